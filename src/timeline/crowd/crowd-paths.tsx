import { inkOf } from "./crowd-ink";
import type { CrowdPicture } from "./crowd-picture";
import { crowdShapes } from "./crowd-shapes";

/** The same crowd as shapes of a drawing: a path per look. For what is saved as SVG. */
export function CrowdPaths({ crowd }: { readonly crowd: CrowdPicture }) {
  return (
    <g aria-hidden>
      {crowdShapes(crowd).map(({ look, boxes }) => {
        const { token, opacity } = inkOf(crowd.kind, look);
        const d = boxes.map(({ left, right, top, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`);
        return <path key={look} d={d.join("")} data-look={look} style={{ fill: `var(${token})`, opacity }} />;
      })}
    </g>
  );
}
