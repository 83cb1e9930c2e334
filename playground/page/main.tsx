import { render } from "preact";
// Before the parts, whose own styles come after these and so win.
import "./style/tokens.css";
import "./style/base.css";
import "./style/layout.css";
import { App } from "./app.tsx";

const place = document.querySelector("#app");
if (place === null) throw new Error("the page has no place for the app");
render(<App />, place);
