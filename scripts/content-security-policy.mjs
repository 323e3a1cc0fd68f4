/**
 * What the built page may do, whatever is planted in it: load and run what its own origin serves, and nothing else.
 * docs/decisions, "own origin only", says why each line is as it is, and what the policy does not govern.
 */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  // Vite inlines small pictures and faces; a saved picture is drawn from a blob.
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  // The sandbox of a reader's code, which has a policy of its own.
  "frame-src": "'self'",
  "manifest-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/**
 * Writes the policy into the page of a build, before anything that it governs. The development server needs what it
 * forbids: inline scripts, and styles that are put in as they change.
 *
 * @returns {import("vite").Plugin}
 */
export function contentSecurityPolicy() {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: (html) => withPolicy(html, POLICY),
  };
}

/**
 * A page with a policy in it, before anything that it governs.
 *
 * @param {string} html
 * @param {Record<string, string>} policy The sources of each directive.
 */
export function withPolicy(html, policy) {
  const content = Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
  return html.replace(
    "<head>",
    () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}
