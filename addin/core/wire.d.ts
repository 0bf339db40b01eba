/** The sidecar's API as a client sees it. Offsets are UTF-16 code units, times RFC 3339 with offset. */

export type Severity = "error" | "warning" | "advice";
export type Field = "body" | "subject" | "to" | "cc" | "bcc";

export interface Span { field: Field; start: number; end: number }
export interface Edit { range: Span; text: string }
export interface Fix { title: string; edits: Edit[]; safe?: boolean }

export interface Diagnostic {
  rule: string;
  severity: Severity;
  message: string;
  why: string;
  range: Span | null;
  fixes: Fix[];
  source: string;
  docs: string;
  key?: string;
}

export interface Draft {
  subject: string;
  text: string | null;
  html?: string | null;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  attachments: string[];
  in_reply_to: string | null;
  references: string[];
}

export interface LintRequest {
  draft: Draft;
  kind: string | null;
  now?: string | null;
  off?: string[];
  hold_on?: "error" | "warning";
  all?: boolean;
}

export interface ReadinessPart { id: string; weight: number; earned: number; because?: string | null }
export interface Readiness { score: number; parts: ReadinessPart[] }
export interface Check { id: string; answer: "yes" | "no" | "ask"; because: string }

export interface Report {
  kind: { id: string; confidence: number; chosen_by: "text" | "thread" | "user" };
  diagnostics: Diagnostic[];
  /** Findings left out of a long list, by rule; `all` in the request brings them. */
  more: Record<string, number>;
  readiness: Readiness | null;
  checklist: Check[] | null;
  send: { hold: boolean; sentence: string };
}

export type Meaning = "promised" | "declined" | "asks" | "other";

export interface Prompt {
  id: string;
  action: string;
  person: string;
  address: string | null;
  subject: string | null;
  thread: { message_id: string | null; messages?: string[] } | null;
  kind: string;
  window: { from: string; to: string } | null;
  best: string | null;
  state: "waiting" | "due" | "overdue" | "snoozed";
  reason: string;
  source: string;
  template: string | null;
  suggestion?: { meaning: Meaning; because: string } | null;
  caution?: string | null;
}

export interface LetterDraft { subject: string; text: string; to?: string[]; cc?: string[]; in_reply_to?: string | null }
export interface TemplateInfo { id: string; title: string; kind?: string; situation?: string | null; description?: string | null }
export interface Rendered { subject: string; text: string }

export interface Letter { person: string; address: string; state: string; asked_at: string | null; referee: { institution: string | null; note: string | null } | null }
export interface Program {
  name: string;
  emails: number;
  program: { city: string | null; state: string | null; do_not_email: boolean; interviewed_on: string | null; note: string | null };
}
