import type { Explanation } from "../problem.ts";

/** 60002-60028: the request and the app's state at Tencent's door. 80001-80005: content checks and service state. */
export const gatewayExplanations: readonly Explanation[] = [
  {
    code: 60002,
    title: "Tencent could not read the address of the call",
    meaning:
      "A call reached Tencent, but its web address was not built the way Tencent expects. Nothing was looked up or changed.",
    audience: "operator",
    next: "The people who run this bot should compare the address it calls with the one in Tencent's documents. If this stands in your app's own logs, pass it to your app's developers.",
  },
  {
    code: 60003,
    title: "Tencent could not read the text of the call",
    meaning:
      "The body of a call (the part that carries the question) must be written in a format named JSON. This one was empty or had a slip in it, such as a comma too many.",
    audience: "operator",
    next: "The people who run this bot should look at what was sent: an empty body or a trailing comma is enough to be refused. For your own app, give its developers the exact body.",
  },
  {
    code: 60004,
    title: "Tencent did not accept the account or its signature",
    meaning:
      "Tencent's tables give two readings. Either the account name or the signature (the pass that a caller shows to Tencent) was wrong, or Tencent's check of the account did not work out at that moment.",
    audience: "operator",
    next: "The people who run this bot should check the administrator account and the key in its settings. If both are right and it goes on, they can send Tencent the RequestId.",
    readings: [
      "the call carried a wrong account name or a wrong signature",
      "Tencent's own check of the account failed, perhaps only for a while",
    ],
  },
  {
    code: 60005,
    title: "The check of the caller's account did not pass",
    meaning:
      "Before it answers, Tencent checks who is calling, and that check did not pass. Its tables give two readings: a mistake in the account or signature (the caller's pass), or a check that may pass later.",
    audience: "operator",
    next: "Ask again in a few minutes. If nothing changes, the people who run this bot should sign anew with the right key and account, and then ask Tencent with the RequestId.",
    readings: [
      "something in the account name or the signature is not right",
      "the account could not be checked just then, and a later call may pass",
    ],
  },
  {
    code: 60006,
    title: "Tencent does not accept this app's number",
    meaning:
      "Each call names the app by its number at Tencent (the SDKAppID). The number in this call is not a valid one. A missing or extra digit is enough.",
    audience: "operator",
    next: "The people who run this bot should compare the app's number in its settings with the one in the Tencent console, digit by digit.",
  },
  {
    code: 60007,
    title: "Too many calls to Tencent in a short time",
    meaning:
      "Tencent limits how often its service may be called, and that limit was passed. This bot and your app's own servers share the same allowance. The room itself is not affected.",
    audience: "operator",
    next: "Wait a few seconds and ask again. If it happens often, the people who run this bot can lower its share of calls or raise the limit in the Tencent console.",
  },
  {
    code: 60008,
    title: "Tencent took too long to answer",
    meaning:
      "The call ran out of time inside Tencent's service. Tencent uses the same code for a call whose form is not right, but for a call that usually works a delay is the plainer reading.",
    audience: "tencent",
    next: "Ask again in a minute. If every look-up ends this way, send Tencent the RequestId.",
  },
  {
    code: 60009,
    title: "The call asked for something Tencent does not have there",
    meaning:
      "The address of the call points to a command or resource that Tencent could not serve. A misspelt command name is one way to get here. It says nothing about the room.",
    audience: "operator",
    next: "The people who run this bot should check the command names in the address that was called, including capital letters.",
  },
  {
    code: 60010,
    title: "The calling account is not an administrator of the app",
    meaning:
      "Tencent answers such questions only to an account that is an administrator of the app. The account used in this call is not one.",
    audience: "operator",
    next: "The people who run this bot should see in the Tencent console which accounts are administrators and put one of them into the bot's settings, spelt exactly the same.",
  },
  {
    code: 60011,
    title: "The app as a whole is calling Tencent too often",
    meaning:
      "Tencent counts all calls that carry the app's number (the SDKAppID), whoever makes them. Together they came too fast, so this one was turned away.",
    audience: "operator",
    next: "Ask again in a moment. If it keeps happening, the people who run this bot and your app's developers should find out together which of their servers calls most, and slow it down.",
  },
  {
    code: 60012,
    title: "The call did not say which app it is for",
    meaning:
      "The app's number at Tencent (the SDKAppID) was missing from the address of the call. Without it Tencent cannot tell whose rooms are meant.",
    audience: "operator",
    next: "The people who run this bot should make sure that the app's number is set, and that the address uses the name sdkappid in small letters.",
  },
  {
    code: 60013,
    title: "Tencent could not read an answer inside its own service",
    meaning:
      "One part of Tencent's service gave an answer that another part could not read. Tencent's table speaks of the response here, and names no fault in the question.",
    audience: "tencent",
    next: "Ask again after a short while. Where it stays like this, Tencent's support can trace the call by its RequestId.",
  },
  {
    code: 60014,
    title: "Tencent's check of the account took too long",
    meaning:
      "Tencent checks the calling account before it answers. This check did not end in time, so there is no answer. It does not mean that the account is wrong.",
    audience: "tencent",
    next: "Give it a minute and ask once more. If the delay lasts, hand the RequestId to Tencent's support.",
  },
  {
    code: 60015,
    title: "An account name was sent in the wrong form",
    meaning:
      "The call named a user, but sent the name as a bare number or in another form. Tencent wants account names as text, even when they consist of digits only.",
    audience: "asker",
    next: "Tell your app's developers which call it was: they need to put every user ID between quotation marks in the body.",
  },
  {
    code: 60016,
    title: "Tencent has switched this app off",
    meaning:
      "Tencent knows the app by its number (the SDKAppID), but has taken it out of use, so calls for it are refused. Tencent's table does not give the reason.",
    audience: "operator",
    next: "The people who run this bot should open the app in the Tencent console to see its state, and ask Tencent's support why it is off.",
  },
  {
    code: 60017,
    title: "Tencent does not allow this call for the app",
    meaning:
      "This particular call is disabled. Tencent does not say more: not who disabled it, nor whether other calls of the app are affected too.",
    audience: "operator",
    next: "The people who run this bot should ask Tencent's support why the call is disabled, and send along the name of the command and the RequestId.",
  },
  {
    code: 60018,
    title: "Calls are coming faster than Tencent takes them",
    meaning:
      "Tencent turned the call away because calls followed one another too quickly. Its tables give two readings: a rush that passes, or a pace that is too high in general.",
    audience: "operator",
    next: "Wait a little before the next look-up. If it returns every day, the people who run this bot should measure how many calls a second the bot and the app make.",
    readings: [
      "a short rush, over in a moment",
      "a pace of calling that is too high and should be looked into",
    ],
  },
  {
    code: 60019,
    title: "Tencent asks to call less often",
    meaning:
      "One more of Tencent's codes for calls that follow too closely on each other. Tencent does not say which limit was passed, only that a later call may go through.",
    audience: "operator",
    next: "Look the room up again in a short while. If it does not stop, the people who run this bot can ask Tencent which limit this code stands for.",
  },
  {
    code: 60020,
    title: "The app's plan at Tencent has lapsed or is unpaid",
    meaning:
      "Tencent has stopped serving the app because of its plan or its bill. Its tables give two readings, one about a lapsed Professional Edition and a wider one that also covers unpaid bills.",
    audience: "operator",
    next: "The people who run this bot need to see in the Tencent console whether the plan or a payment is due. After a purchase it takes about 5 minutes until calls work again.",
    readings: [
      "the Professional Edition plan ran out and was switched off",
      "no basic plan was bought, or it ran out, or the Tencent Cloud account owes money",
    ],
  },
  {
    code: 60021,
    title: "Calls from this server's address are not allowed",
    meaning:
      "Tencent can be told to answer only certain network addresses (IP addresses). The call came from one that is not on that list. This can happen after a server has moved.",
    audience: "operator",
    next: "The people who run this bot need to add the address from which it reaches the internet to the app's list at Tencent, or ask Tencent's support to do so.",
  },
  {
    code: 60022,
    title: "Tencent's service seems to be overloaded",
    meaning:
      "Tencent publishes no text for this code. Only its name in Tencent's own software is known, and it speaks of an overload of the service.",
    audience: "tencent",
    next: "Leave it for a few minutes, then look the room up again. If it lasts, ask Tencent what the code means and give the RequestId.",
  },
  {
    code: 60025,
    title: "A detail in the address of the call is wrong",
    meaning:
      "Four details stand in the address: the app's number (sdkappid), the account (identifier), the signature or pass (usersig) and the format (contenttype). At least one is wrong; Tencent does not say which.",
    audience: "operator",
    next: "The people who run this bot should go through the four one by one, starting with the signature and whether it was cut off. The format must read json.",
  },
  {
    code: 60026,
    title: "The app lives in another of Tencent's data centres",
    meaning:
      "Every app belongs to one data centre, and each data centre has its own address. The call went to the address of another one. The room may well be live.",
    audience: "operator",
    next: "The people who run this bot should look up the app's data centre in the Tencent console and set the bot's region to it.",
  },
  {
    code: 60027,
    title: "The app's product at Tencent does not include this call",
    meaning:
      "Apps at Tencent are created for a product. This refusal is about TPush, Tencent's push product: the call asked for something outside of it. Tencent does not say more.",
    audience: "operator",
    next: "The people who run this bot should check in the Tencent console for which product the app was created, and whether the bot was given the number of the right app.",
  },
  {
    code: 60028,
    title: "The trial's calls for the day are used up",
    meaning:
      "An app on Tencent's Trial Edition may make only so many calls in 24 hours, and they are spent. It looks like calling too fast, but going slower does not bring an answer now.",
    audience: "operator",
    next: "The people who run this bot can move the app to a paid plan, which works about 5 minutes after the purchase. Otherwise ask again tomorrow.",
  },
  {
    code: 80001,
    title: "A text was held back as sensitive",
    meaning:
      "Tencent's content check found words in a message or other material that it treats as sensitive. The text was not delivered. Tencent's table does not say which words.",
    audience: "asker",
    next: "Find out which text it was and have it reworded. If it was harmless, your app's developers can raise it with Tencent, with the text and the RequestId.",
  },
  {
    code: 80002,
    title: "A message was too long to be sent",
    meaning:
      "The body of a message may hold 12K at most, and this one was larger. It counts everything the app packs into the message, not only the words that people see.",
    audience: "asker",
    next: "Have the message shortened or split in two. If it looked short on the screen, ask your app's developers what else they put into it.",
  },
  {
    code: 80003,
    title: "A message was stopped: the check before sending gave no answer",
    meaning:
      "An app can have each message checked before Tencent passes it on, in a group or between two people. That check failed or answered too late, so the message stayed unsent.",
    audience: "asker",
    next: "Ask your app's developers whether the server that checks messages was down or slow at that time. In the Tencent console they can choose what happens when it is late.",
  },
  {
    code: 80004,
    title: "A picture was held back as sensitive",
    meaning:
      "The content check at Tencent took a picture in a message for sensitive. The message did not go out. What the check saw in it is not told.",
    audience: "asker",
    next: "Ask the sender for another picture. If the first one was fine, give it to your app's developers together with the time of sending, so that they can ask Tencent.",
  },
  {
    code: 80005,
    title: "The app's service at Tencent has been deactivated",
    meaning:
      "Tencent no longer serves the app. Its table names two causes: the edition ran out, or the Tencent Cloud account owes money. The room ID is not the cause.",
    audience: "operator",
    next: "The people who run this bot, or whoever pays for the app, should renew the edition or settle the bill. A new purchase takes about 5 minutes to work.",
  },
];
