import { describe, expect, it } from "vitest";
import { programs, runProgram, type Program } from "../support/program.ts";

const demo = (...words: readonly string[]): Program => runProgram(programs.demo, words, {});

describe.concurrent("the demo with --once", () => {
  it.each([
    ["HTTP", []],
    ["Socket Mode", ["--socket"]],
  ])("prints the card of a room over %s, and ends with 0", async (_, words) => {
    const program = demo("--once", "/room live-room", ...words);
    expect(await program.ended).toBe(0);
    expect(program.out).toContain("Friday night karaoke");
    expect(program.out).toContain("144115233775727695");
    expect(program.out).toMatch(/RequestId Id-[0-9a-f]{32}/);
    expect(program.out).toMatch(/acknowledged in \d+ ms/);
    expect(program.err).toBe("");
  });

  it("explains a room that does not exist in plain language, and ends with 0", async () => {
    const program = demo("--once", "/room gone-room");
    expect(await program.ended).toBe(0);
    expect(program.out).toContain("100004");
    expect(program.out).toContain("No room with this ID right now");
    expect(program.out).toContain("Everybody left");
  });

  it("shows a room that the whole channel sees", async () => {
    const program = demo("--once", "/room live-room --share");
    expect(await program.ended).toBe(0);
    expect(program.out).toContain("everyone in the channel can see this");
  });

  it("shows that a slow look-up is under way, then its answer", async () => {
    const program = demo("--once", "/room slow-room");
    expect(await program.ended).toBe(0);
    const [before, after] = program.out.split("Asking Tencent about slow-room");
    expect(before).not.toContain("Room slow-room");
    expect(after).toContain("Room slow-room");
  });
});

describe.concurrent("the demo's page", () => {
  it("is served at the address that is printed, until a signal ends it", async () => {
    const program = demo("--port", "0");
    const [, url = ""] = await program.written(/Open (http\S+)/);
    expect(await (await fetch(url)).text()).toContain("<title>Greenroom playground</title>");
    program.signal("SIGINT");
    expect(await program.ended).toBe(0);
    expect(program.err).toBe("");
  });

  it("says in words what is wrong with how it was started", async () => {
    const taken = demo("--port", "0");
    const [, port = ""] = await taken.written(/Open http:\/\/127\.0\.0\.1:(\d+)/);
    const ends = [demo("--port", port), demo("--port", "x"), demo("--bogus")];
    expect(await Promise.all(ends.map(({ ended }) => ended))).toEqual([1, 1, 1]);
    const [second, wrong, unknown] = ends.map(({ err }) => err.trim());
    expect(second).toBe("Something else has that port: choose another with --port.");
    expect(wrong).toBe("--port takes a number from 0 to 65535");
    expect(unknown?.split("\n")).toHaveLength(1);
    expect(unknown).toContain("--bogus");
  });
});

describe.concurrent("the demo's prompt", () => {
  it("takes commands, a button's number, changes of a room, and quit", async () => {
    const program = demo("--terminal");
    await program.written(/#support > /);
    expect(program.out).toContain("/room gone-room");

    program.type("/room live-room\n");
    await program.written(/\[1\] Refresh {3}\[2\] Share to channel/);
    expect(program.out).toContain("Friday night karaoke");

    program.type("mute live-room\n");
    await program.written(/live-room is changed at Tencent/);
    program.type("1\n");
    await program.written(/edited in place/);
    expect(program.out).toContain("Chat is muted for everyone in this room");

    program.type("dissolve live-room\n");
    await program.written(/(live-room is changed at Tencent[^]*){2}/);
    program.type("1\n");
    await program.written(/No room with this ID right now/);

    program.type("alert muted-room\n");
    await program.written(/in the thread of that message:[^]*Product launch/);
    program.type("@Greenroom live-8821\n");
    await program.written(/Night market tour/);

    program.type("9\n");
    await program.written(/There is no such button/);
    program.type("hello\n");
    await program.written(/Begin with \/room/);
    program.type("log\n");
    await program.written(/"outcome":"answered"/);

    program.type("quit\n");
    expect(await program.ended).toBe(0);
    expect(program.err).toBe("");
  });

  it("takes all lines that are piped into it at once, and ends at their end", async () => {
    const program = demo("--terminal");
    program.type("/room gone-room\n/room error 60010\n\nmute no-room\n");
    program.endInput();
    expect(await program.ended).toBe(0);
    expect(program.out).toContain("No room with this ID right now");
    expect(program.out).toContain("60010");
    expect(program.out).toContain("There is no room no-room");
    expect(program.err).toBe("");
  });
});
