import { useId } from "react";
import { type FeatureViewDefinition, formatDuration, type JoinRule, parseDuration } from "../../microfs/core";
import { changeJoin, changeRule, type RuleDefinition, removeJoin } from "../../state/edit-view";
import { useAppHandle } from "../../state/use-app";
import { DIRECTION_TERMS } from "../../terms/directions";
import { Button } from "../../ui/controls/button";
import { Select } from "../../ui/controls/select";
import type { GroupSummary } from "../../worker/results";
import { DurationChoice } from "./duration-choice";
import { FeatureChoice, KeyPairs } from "./join-columns";
import { KeyNote } from "./key-note";
import { RulePicture } from "./rule-picture";
import styles from "./view-stage.module.css";
import { CLOCK_CHOICES, DIRECTION_CHOICES, EXACT_CHOICES } from "./view-words";

export interface JoinEditorProps {
  /** With the edits of its rules. */
  readonly view: FeatureViewDefinition;
  /** Without: what another choice is made on top of. */
  readonly stored: FeatureViewDefinition;
  readonly number: number;
  readonly rule: JoinRule;
  readonly spine: GroupSummary;
  readonly group: GroupSummary;
}

const TTLS = ["1h", "1d", "7d", "30d"] as const;
const DELAYS = ["15m", "1h", "6h", "1d"] as const;

/** One join: what it is on, and its rule as questions in plain words, each with a picture of the answer. */
export function JoinEditor({ view, stored, number, rule, spine, group }: JoinEditorProps) {
  const app = useAppHandle();
  const headingId = useId();
  const join = view.joins[number];
  if (join === undefined) return null;
  const change = (part: Parameters<typeof changeJoin>[3]) => void changeJoin(app, stored, number, part);
  const changeThis = (part: RuleDefinition) => void changeRule(app, stored, number, part);
  const { ttl, delay, createdTime } = group.definition;
  const { ignores } = DIRECTION_TERMS[rule.direction];
  return (
    <section className={styles.join} aria-labelledby={headingId}>
      <div className={styles.joinName}>
        <h2 id={headingId} className={styles.group}>
          {join.fgName}
        </h2>
        <KeyPairs spine={spine} group={group} join={join} onChange={(on) => change({ on })} />
        <FeatureChoice
          spine={spine}
          group={group}
          join={join}
          onChange={(features) => change({ features })}
        />
        <Button variant="link" onClick={() => void removeJoin(app, stored, number)}>
          Remove this join
        </Button>
      </div>
      <div className={styles.rules}>
        <div className={styles.rule}>
          <DurationChoice
            label="How old may it be?"
            value={join.ttl}
            inherited={ttl == null ? "any age" : `${durationText(ttl)}, its group’s`}
            none="any age"
            presets={TTLS}
            onChange={(value) => changeThis({ ttl: value })}
          />
          <RulePicture part="ttl" rule={rule} />
        </div>
        <div className={styles.rule}>
          <DurationChoice
            label="How late can it be used?"
            value={join.delay}
            inherited={delay == null ? "at once" : `${durationText(delay)}, its group’s`}
            none="at once"
            presets={DELAYS}
            disabled={ignores.includes("delay")}
            onChange={(value) => changeThis({ delay: value })}
          />
          <RulePicture part="delay" rule={rule} />
        </div>
        <div className={styles.rule}>
          <Select
            label="At the very same moment?"
            options={EXACT_CHOICES}
            value={rule.allowExactMatches ? "yes" : "no"}
            disabled={ignores.includes("exact")}
            onChange={(value) => changeThis({ allowExactMatches: value === "yes" })}
          />
          <RulePicture part="exact" rule={rule} />
        </div>
        <div className={styles.rule}>
          <Select
            label="Which way?"
            options={DIRECTION_CHOICES}
            value={rule.direction}
            onChange={(direction) => changeThis({ direction })}
          />
          <RulePicture part="direction" rule={rule} />
        </div>
        {createdTime != null && (
          <div className={styles.rule}>
            <Select
              label="Known by which clock?"
              options={CLOCK_CHOICES}
              value={rule.clock}
              disabled={ignores.includes("clock")}
              onChange={(asOf) => changeThis({ asOf })}
            />
            <RulePicture part="clock" rule={rule} />
          </div>
        )}
      </div>
      <KeyNote stored={stored} number={number} />
    </section>
  );
}

function durationText(duration: string | number): string {
  return formatDuration(parseDuration(duration, "duration"));
}
