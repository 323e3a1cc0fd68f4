/**
 * js-aruco2's image operations hand themselves over as a property of `this`, which is neither a module nor CommonJS to a bundler,
 * though Node takes it for the latter. In a build they get the default export that they have in Node.
 *
 * @returns {import("vite").Plugin}
 */
export function jsAruco2Module() {
  return {
    name: "js-aruco2-module",
    transform(code, id) {
      if (!/\/js-aruco2\/src\/cv\.js$/.test(id)) return null;
      if (!code.includes("this.CV = CV;")) this.error("js-aruco2 hands itself over in another way now.");
      return { code: `${code.replace("this.CV = CV;", "")}\nexport default { CV };`, map: null };
    },
  };
}
