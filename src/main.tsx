import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LabPage } from "./pages/lab/lab-page";
import { useAppStore } from "./state/app-store";
import { startApp } from "./state/start-app";
import { applyTheme } from "./ui/theme";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html must have an element with the id root");

startApp();
const look = () => {
  const { place, theme } = useAppStore.getState();
  applyTheme(place.theme ?? theme, document.documentElement);
};
look();
useAppStore.subscribe(look);
createRoot(root).render(
  <StrictMode>
    <LabPage />
  </StrictMode>,
);
