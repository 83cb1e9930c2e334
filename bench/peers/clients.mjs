// HTTP clients alone: one POST, its answer read as JSON. No quota, no time-out, no care.
import { Agent } from "node:http";

export const clients = {
  async axios() {
    const { default: axios } = await import("axios");
    const client = axios.create({ httpAgent: new Agent({ keepAlive: true }) });
    return async (url, body) => (await client.post(url, body)).data;
  },
  async fetch() {
    const headers = { "content-type": "application/json" };
    return async (url, body) =>
      (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json();
  },
  async undici() {
    const { Pool } = await import("undici");
    const headers = { "content-type": "application/json" };
    let pool;
    return async (url, body) => {
      const { origin, pathname, search } = new URL(url);
      pool ??= new Pool(origin);
      const answer = await pool.request({
        path: pathname + search,
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return answer.body.json();
    };
  },
};
