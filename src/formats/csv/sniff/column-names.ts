/* What the names of columns say. Each is a hint: what the columns hold is asked as well. */

const ID = /(?:^|[_\s-])(?:id|ids|key|uuid|guid|code|sku|zip|zipcode|postcode|iban|ean|isin|ticker|email)$/i;
const CAMEL_ID = /[a-z](?:Id|ID|Key|Uuid|UUID|Code)$|^[A-Z]{2,}(?:id|Id)$/;
const ENTITY =
  /^(?:user|customer|account|acct|client|member|driver|merchant|device|patient|store|product|shop|station|site|host|room|sensor|meter|machine|vessel|ship|item|company|symbol|stock|player|team|city|country|region|county|state|location|plant|asset|vehicle|car|truck|train|student|course|employee|person|name|diver|entity|subject|server|node|sku|movie|film|song|book|article)s?(?:[_\s-]?(?:no|nr|num|number|name))?$/i;
const MEASURE =
  /(?:^|[_\s-])(?:amount|amt|sum|total|count|cnt|num|number_of|qty|quantity|clicks?|views?|visits?|likes?|score|rating|stars?|price|cost|fee|spend|spent|sales|revenue|income|balance|value|val|temp|temperature|tmax|tmin|humidity|pressure|speed|depth|height|width|length|weight|age|load|usage|kwh?|mm|seats?|level|rate|ratio|percent|pct|lat|latitude|lon|lng|longitude|mean|avg|average|std|min|max|median|volume|vol|open|high|low|close|duration|year|quarter|month|week|weekday|day|hour|minute|seconds|minutes|hours|days|label|target|flag|n|x|y|z)(?:$|[_\s-])/i;
const CAMEL_MEASURE = /[a-z](?:Amount|Count|Score|Price|Total|Value|Rate)$/;
const NOTE =
  /(?:^|[_\s-])(?:comment|note|notes|description|desc|text|title|message|url|link|reason|said|status|type|kind|category|label|unit|units)s?$/i;

/** Whether a column is named like a key. */
export function isIdName(name: string): boolean {
  return ID.test(name.trim()) || CAMEL_ID.test(name.trim());
}

const EVENT_ID =
  /^(?:txn|tx|trx|transaction|trans|order|invoice|booking|event|row|line|record|entry|log|message|msg|request|session|visit|click|payment|ticket|call|measurement|reading|observation)s?[_\s-]?(?:id|key|uuid|guid|no|nr|number|code)$|^(?:uuid|guid|id)$/i;

/** Whether a column is named like the number of a row itself, and not of whom or what it is about. */
export function isRowIdName(name: string): boolean {
  return EVENT_ID.test(name.trim());
}

/** Whether a column is named like the things that a table can be about. */
export function isEntityName(name: string): boolean {
  return ENTITY.test(name.trim());
}

/** Whether a column is named like something that is measured or counted, and so is never a key. */
export function isMeasureName(name: string): boolean {
  return !isIdName(name) && (MEASURE.test(name.trim()) || CAMEL_MEASURE.test(name.trim()));
}

/** Whether a column is named like words about a row, which seldom name an entity. */
export function isNoteName(name: string): boolean {
  return NOTE.test(name.trim());
}

const TIME =
  /(?:^|[_\s-])(?:time|timestamp|ts|date|datetime|day|dt|epoch|at|on|when|created|updated|ingested|datum|fecha)(?:$|[_\s-])|timestamp|datetime/i;
const CAMEL_TIME = /[a-z](?:At|On|Time|Date|Day|Ts)$/;

/** Whether a column's whole numbers are taken for moments, where they are plausible. */
export function isTimeName(name: string): boolean {
  return TIME.test(name.trim()) || CAMEL_TIME.test(name.trim());
}

/** Whether a column is named like the time of day. */
export function isTimeOfDayName(name: string): boolean {
  return /^(?:time|hour|hr|clock|time[_\s-]?of[_\s-]?day|uhrzeit|heure|hora)$/i.test(name.trim());
}

const CREATED =
  /created|ingest|insert|load|receiv|arriv|recorded|known|process|publish|available|written|synced/i;
const CHANGED = /updat|modif|chang|edited|refresh|last_|latest/i;
const EVENT = /event|occur|happen|^time$|^ts$|timestamp|(?:^|[_\s-])at$|date|^day$|^when$/i;
const CAMEL_EVENT = /[a-z]At$/;
const ELSEWHEN =
  /birth|(?:^|[_\s-])dob(?:$|[_\s-])|born|(?:^|[_\s-])due|expir|expiry|valid_?(?:un)?til|valid_?to|deadline|renew|matur|until|(?:^|[_\s-])end(?:s|ed)?(?:$|[_\s-])|planned|scheduled|forecast|target|founded|hired|joined|since|opened/i;

/** What a time column's name says: when it happened, when it became known, when it last changed, or another moment altogether. */
export function timeRole(name: string): "event" | "created" | "changed" | "elsewhen" | "any" {
  if (ELSEWHEN.test(name)) return "elsewhen";
  if (CREATED.test(name)) return "created";
  if (CHANGED.test(name)) return "changed";
  return EVENT.test(name) || CAMEL_EVENT.test(name) ? "event" : "any";
}
