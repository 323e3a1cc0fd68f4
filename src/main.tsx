import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LabPage } from "./pages/lab/lab-page";
import { startApp } from "./state/start-app";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html must have an element with the id root");

startApp();
createRoot(root).render(
  <StrictMode>
    <LabPage />
  </StrictMode>,
);
