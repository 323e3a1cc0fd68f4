import "./error-transfer";
import { expose } from "comlink";
import { StoreDesk } from "./store-desk";

expose(new StoreDesk());
