import type { JSX } from "preact";
import { usePlayground } from "../../lib/playground.ts";
import { SlackWeather } from "./slack-weather.tsx";
import { TencentWeather } from "./tencent-weather.tsx";
import "./weather.css";
import { isFair, weatherWords } from "./weather-words.ts";

/** What the two services and the ways to them do at present. */
export function WeatherPanel(): JSX.Element {
  const { state, scene } = usePlayground();
  const weather = state.weather.get("weather");
  if (weather === undefined) return <p class="soft">Nothing is known of the weather yet.</p>;
  return (
    <div class="weather">
      <p class={isFair(weather, scene.mode) ? "report" : "report rough"} role="status">
        {weatherWords(weather, scene)}
      </p>
      <TencentWeather tencent={weather.tencent} />
      <SlackWeather slack={weather.slack} />
    </div>
  );
}
