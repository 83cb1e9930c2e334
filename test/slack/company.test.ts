import { describe, expect, test, vi } from "vitest";
import { createCompany, type CompanyOptions, type Workspaces } from "../../src/slack/company.ts";
import { createLog } from "../../src/ops/log.ts";

type Told = Record<string, unknown> | Error;

/** A Slack that says these things of everybody and of every channel. */
function companyWhere({ user = {}, channel = {} }: { user?: Told; channel?: Told }) {
  const say = (told: Told) => () =>
    told instanceof Error ? Promise.reject(told) : Promise.resolve(told);
  const info = vi.fn<() => Promise<unknown>>(
    say(user instanceof Error ? user : { user: { id: "U1", ...user } }),
  );
  const about = vi.fn<() => Promise<unknown>>(
    say(channel instanceof Error ? channel : { channel }),
  );
  const client = {
    auth: { test: say({ team_id: "T1", enterprise_id: "E1" }) },
    users: { info },
    conversations: { info: about },
  };
  const company = createCompany({
    // What is not there is not called.
    client: client as unknown as CompanyOptions["client"],
    log: createLog({ level: "error", secrets: [], write: () => undefined }),
    rememberCompanyMs: 60_000,
    companyTimeoutMs: 50,
  });
  return { ...company, info, about };
}

const here: Workspaces = { team: "T1" };

describe("a colleague", () => {
  test.each([
    ["of our workspace", { team_id: "T1" }, true],
    [
      "of another workspace under one roof",
      { team_id: "T2", enterprise_user: { enterprise_id: "E1" } },
      true,
    ],
    ["of another company", { team_id: "T2" }, false],
    [
      "of another company's grid",
      { team_id: "T2", enterprise_user: { enterprise_id: "E2" } },
      false,
    ],
    ["who is a guest", { team_id: "T1", is_restricted: true }, false],
    ["who is a guest of one channel", { team_id: "T1", is_ultra_restricted: true }, false],
    ["who is a stranger", { team_id: "T1", is_stranger: true }, false],
  ])("somebody %s", async (_, user, expected) => {
    const company = companyWhere({ user });
    expect(await company.isColleague("U1", here)).toBe(expected);
    expect(await company.isColleague("U1", here)).toBe(expected);
    expect(company.info).toHaveBeenCalledTimes(1);
  });

  test("is asked for once by those who ask at the same time", async () => {
    const company = companyWhere({ user: { team_id: "T1" } });
    await Promise.all(Array.from({ length: 100 }, () => company.isColleague("U1", here)));
    expect(company.info).toHaveBeenCalledTimes(1);
  });

  test("is known by the signed request while Slack says nothing, and asked for again", async () => {
    const company = companyWhere({ user: new Error("Slack is away") });
    expect(await company.isColleague("U1", here)).toBe(true);
    expect(await company.isColleague("U1", { team: "T1", homeTeam: "T1" })).toBe(true);
    expect(await company.isColleague("U1", { team: "T1", homeTeam: "T2" })).toBe(false);
    expect(company.info).toHaveBeenCalledTimes(3);
  });
});

describe("a channel", () => {
  test.each([
    ["internal", { is_member: true, is_ext_shared: false }],
    ["internal", { is_member: true }],
    ["shared", { is_member: true, is_ext_shared: true }],
    ["shared", { is_ext_shared: false, is_pending_ext_shared: true }],
    ["unknown", { is_member: false }],
    ["unknown", new Error("channel_not_found")],
  ])("is %s: %j", async (expected, channel) => {
    expect(await companyWhere({ channel }).opennessOf("C1")).toBe(expected);
  });

  test("that is unknown is asked about again, since the bot may have been invited", async () => {
    const company = companyWhere({ channel: { is_member: false } });
    await company.opennessOf("C1");
    await company.opennessOf("C1");
    expect(company.about).toHaveBeenCalledTimes(2);
  });
});
