import { WorkerApi } from "./store-api";
import "./transfer-handlers";
import { expose } from "comlink";

expose(new WorkerApi());
