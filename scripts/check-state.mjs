// Several apps stand on one page: what a module keeps, they would share. So these rooms keep nothing at module level.
import { readFileSync } from "node:fs";
import { parseSync } from "@swc/core";
import { filesUnder, isTest } from "./source-files.mjs";

const rooms = ["src/state", "src/timeline", "src/views"];

/** Kept by the object that it belongs to, and gone with it: apps that share a slice share what follows from it. */
const allowed = new Set(["src/timeline/slice-index/slice-index.ts known"]);

/** What cannot change once it was made. */
const constant = /^(RegExp|Intl|URL|Error|TextEncoder|TextDecoder)$/;

const paths = rooms.flatMap(filesUnder).filter((path) => /\.tsx?$/.test(path) && !isTest(path));
const findings = paths.flatMap((path) => {
  const source = readFileSync(path, "utf8");
  const { body } = parseSync(source, { syntax: "typescript", tsx: path.endsWith(".tsx") });
  return body.flatMap((item) => {
    const statement = item.type === "ExportDeclaration" ? item.declaration : item;
    if (statement.type === "ClassDeclaration")
      return statement.body.flatMap((member) =>
        member.type === "ClassProperty" && member.isStatic && member.readonly !== true
          ? [`${path} keeps a static property of ${statement.identifier.value}`]
          : [],
      );
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id, init }) => {
      const name = id.type === "Identifier" ? id.value : "a pattern";
      if (allowed.has(`${path} ${name}`)) return [];
      const isKept =
        statement.kind !== "const" ||
        (!saysReadonly(id) && init !== null && init !== undefined && changes(init));
      return isKept ? [`${path} keeps ${name} at module level; what an app keeps belongs to createApp.`] : [];
    });
  });
});

for (const finding of findings) console.log(finding);
console.log(`${paths.length} files, ${findings.length} that keep state at module level`);
process.exitCode = findings.length === 0 && paths.length > 0 ? 0 : 1;

/** Whether a variable's type promises that nothing changes it: `ReadonlyMap`, `readonly string[]`, `Readonly<…>`.
 * @param {import("@swc/core").Pattern} pattern */
function saysReadonly(pattern) {
  if (pattern.type !== "Identifier" || !("typeAnnotation" in pattern)) return false;
  const type = pattern.typeAnnotation?.typeAnnotation;
  if (type?.type === "TsTypeOperator") return type.op === "readonly";
  return (
    type?.type === "TsTypeReference" &&
    type.typeName.type === "Identifier" &&
    type.typeName.value.startsWith("Readonly")
  );
}

/** Whether a value is one that is made to be changed: a collection, a store, an empty list or object.
 * @param {import("@swc/core").Expression} expression
 * @returns {boolean} */
function changes(expression) {
  switch (expression.type) {
    case "TsSatisfiesExpression":
    case "TsAsExpression":
    case "ParenthesisExpression":
      return changes(expression.expression);
    case "NewExpression":
      return (
        !(expression.callee.type === "Identifier" && constant.test(expression.callee.value)) &&
        !(expression.callee.type === "MemberExpression" && isIntl(expression.callee.object))
      );
    case "ArrayExpression":
      return expression.elements.length === 0;
    case "ObjectExpression":
      return expression.properties.length === 0;
    case "CallExpression":
      return (
        expression.callee.type === "Identifier" &&
        /^(create|createStore|proxy|ref|signal)$/.test(expression.callee.value)
      );
    default:
      return false;
  }
}

/** @param {import("@swc/core").Expression} expression */
function isIntl(expression) {
  return expression.type === "Identifier" && expression.value === "Intl";
}
