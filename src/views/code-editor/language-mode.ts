import { indentUnit } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import type { Language } from "../../terms/languages";

/** What the editor knows of a language: its words, its brackets, how it is indented. Loaded when it is first written in. */
export async function languageMode(language: Language): Promise<Extension> {
  switch (language) {
    case "sql": {
      const { PostgreSQL, sql } = await import("@codemirror/lang-sql");
      return [sql({ dialect: PostgreSQL, upperCaseKeywords: true }), indentUnit.of("  ")];
    }
    case "python": {
      const { python } = await import("@codemirror/lang-python");
      return [python(), indentUnit.of("    ")];
    }
    case "typescript": {
      const { javascript } = await import("@codemirror/lang-javascript");
      return [javascript({ typescript: true }), indentUnit.of("  ")];
    }
  }
}
