import "./transfer-handlers";
import { expose } from "comlink";
import { WorkerApi } from "./worker-api";

expose(new WorkerApi());
