import type { Compilable, Kysely } from "kysely";
import type { Tables } from "./schema.ts";

type Values = Readonly<Record<string, string | number | null>>;

/** Stands in a query for a value that comes with each use. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Whatever is asked of it is a place of that name. */
const places = new Proxy({}, { get: (_, name) => new Place(String(name)) });

/**
 * A query that is built once, for those that every command needs: to build one takes about as long
 * as SQLite needs to run it.
 *
 * @param build makes the query, with values that may be put into it and not looked at
 */
export function prepared<V extends Values, R>(
  db: Kysely<Tables>,
  build: (values: V) => Compilable<R>,
): (values: V) => Promise<readonly R[]> {
  let query: ReturnType<Compilable<R>["compile"]> | undefined;
  return async (values) => {
    query ??= build(places as V).compile();
    const parameters = query.parameters.map((given) =>
      given instanceof Place ? values[given.name] : given,
    );
    const { rows } = await db.executeQuery<R>({ ...query, parameters });
    return rows;
  };
}
