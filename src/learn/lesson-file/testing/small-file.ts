/** Mia's battery at 10:07, as a lesson file: 64 is older, 61 is right, 58 is still to come. */
export const SMALL_FILE = `---
{
  "version": 1,
  "title": "Mia’s battery",
  "author": "Ada",
  "parts": ["predict", "see"],
  "scenarios": {
    "battery": {
      "version": 1,
      "name": "battery",
      "title": "battery",
      "groups": [
        {
          "definition": {
            "name": "trips",
            "schema": { "driver": "string", "at": "timestamp", "done": "bool" },
            "primaryKeys": ["driver"],
            "eventTime": "at"
          },
          "rows": { "kind": "inline", "rows": [{ "driver": "Mia", "at": "2026-03-04 10:07", "done": true }] }
        },
        {
          "definition": {
            "name": "reports",
            "schema": { "driver": "string", "at": "timestamp", "percent": "int64" },
            "primaryKeys": ["driver"],
            "eventTime": "at"
          },
          "rows": {
            "kind": "inline",
            "rows": [
              { "driver": "Mia", "at": "2026-03-04 09:50", "percent": "64" },
              { "driver": "Mia", "at": "2026-03-04 10:05", "percent": "61" },
              { "driver": "Mia", "at": "2026-03-04 10:08", "percent": "58" }
            ]
          }
        }
      ],
      "view": { "name": "battery_at_trip", "labelFg": "trips", "joins": [{ "fgName": "reports", "on": ["driver"] }], "label": "done" }
    }
  },
  "questions": {
    "first": { "kind": "row", "scenario": "battery", "row": 0, "beliefs": ["latest"] }
  }
}
---

## Predict

Mia drives at :moment{scenario=battery as=clock}.

::predict[Which report?]{question=first}

## Step by step

::timeline{answers=first steps}
`;
