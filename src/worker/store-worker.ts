import { WorkerApi } from "./worker-api";
import "./transfer-handlers";
import { expose } from "comlink";

expose(new WorkerApi());
