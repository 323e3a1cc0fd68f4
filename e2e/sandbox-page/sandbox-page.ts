import { openSandbox, RUNTIME_BYTES } from "../../src/sandbox/sandbox";

Object.assign(window, { sandbox: openSandbox(), openSandbox, RUNTIME_BYTES });
