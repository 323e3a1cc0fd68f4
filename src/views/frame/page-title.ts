import type { LessonName } from "../../learn/lesson-names";
import { LESSON_TITLES } from "../../learn/lesson-titles";
import { type Dataset, scenarioOf } from "../../state/document";
import type { ComparePage, Route, Stage } from "../../state/route/route";

/** What the stages of the Lab are called. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  data: "Data",
  view: "View",
  train: "Train",
  serve: "Serve",
  compare: "Compare",
  code: "Code",
};

/** What the pages of Compare are called. */
export const COMPARE_PAGE_NAMES: Readonly<Record<ComparePage, string>> = {
  row: "One row",
  cost: "What it costs",
  differences: "Where they differ",
  data: "Make data",
};

const APP = "microFS";

/**
 * What a window, a bookmark and an entry of the history are called: what is told apart first, as a tab may show no more.
 * `Compare · Who will cancel? · microFS`
 */
export function pageTitle(route: Route, dataset: Dataset): string {
  return [...partsOf(route, dataset), APP].join(" · ");
}

function partsOf(route: Route, dataset: Dataset): string[] {
  switch (route.page) {
    case "home":
      return [];
    case "learn":
      if (route.lesson !== null) return [...lessonParts(route, route.lesson), "Learn"];
      return route.own === null ? ["Learn"] : [route.own.replaceAll("-", " "), "Learn"];
    case "practice":
      return ["Practice", "Learn"];
    case "ladder":
      return ["Write the join", "Learn"];
    case "glossary":
      return ["Glossary"];
    case "present":
      return ["Present"];
    case "worksheet":
      return [...worksheetOf(route, dataset), "Worksheet"];
    case "cases":
      return route.case === null ? ["Cases"] : [route.case.replaceAll("-", " "), "Cases"];
    case "lab": {
      const title = scenarioOf(dataset)?.title.trim() ?? "";
      const data = title === "" ? [] : [title];
      const { stage, show } = route;
      const isPart = stage === "compare" && show !== "row";
      return [...(isPart ? [COMPARE_PAGE_NAMES[show]] : []), STAGE_NAMES[stage], ...data];
    }
  }
}

/** What a worksheet is of. */
function worksheetOf({ lesson, case: name }: Route, dataset: Dataset): string[] {
  if (lesson !== null) return [LESSON_TITLES[lesson]];
  if (name !== null) return [name.replaceAll("-", " ")];
  return [scenarioOf(dataset)?.title.trim() ?? ""].filter((title) => title !== "");
}

/** The parts of a lesson have titles of their own, which come with the lesson: here their names tell them apart. */
function lessonParts({ part, as }: Route, lesson: LessonName): string[] {
  const title = LESSON_TITLES[lesson];
  if (as === "text") return [`${title}, as text`];
  return [part === null ? title : `${title}: ${part.replaceAll("-", " ")}`];
}
