import type { JSX } from "preact";
import { usePlayground } from "../lib/playground.ts";
import { AlertsPanel } from "./alerts/alerts-panel.tsx";
import "./control-side.css";
import { LogPanel } from "./log/log-panel.tsx";
import { RoomsPanel } from "./rooms/rooms-panel.tsx";
import { Tabs } from "./tabs.tsx";
import { TimelinePanel } from "./timeline/timeline-panel.tsx";
import { NotFairMark } from "./weather/not-fair-mark.tsx";
import { WeatherPanel } from "./weather/weather-panel.tsx";
import { isFair } from "./weather/weather-words.ts";

/** The hand on the stand-ins for Slack and Tencent, and the eye on what passes between them. */
export function ControlSide(): JSX.Element {
  const { state, scene } = usePlayground();
  const weather = state.weather.get("weather");
  const isMarked = weather !== undefined && !isFair(weather, scene.mode);
  return (
    <aside class="control" aria-label="Control side">
      <Tabs
        label="Control side"
        tabs={[
          { id: "timeline", label: "Timeline", panel: <TimelinePanel /> },
          { id: "rooms", label: "Rooms", panel: <RoomsPanel /> },
          {
            id: "weather",
            label: "Weather",
            mark: isMarked ? <NotFairMark /> : undefined,
            panel: <WeatherPanel />,
          },
          { id: "alerts", label: "Alerts", panel: <AlertsPanel /> },
          { id: "log", label: "Log", panel: <LogPanel /> },
        ]}
      />
    </aside>
  );
}
