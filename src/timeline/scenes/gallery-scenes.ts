import { DENSE_SCENES } from "./dense-scenes";
import { SCENES, type Scene } from "./scenes";
import { STEP_SCENES } from "./step-scenes";

/** All that the gallery shows, and that its visual tests look at. */
export const GALLERY_SCENES: readonly Scene[] = [...STEP_SCENES, ...SCENES, ...DENSE_SCENES];
