import { DENSE_SCENES } from "./dense-scenes";
import { SCENES, type Scene } from "./scenes";

/** All that the gallery shows, and that its visual tests look at. */
export const GALLERY_SCENES: readonly Scene[] = [...SCENES, ...DENSE_SCENES];
