import type { Explanation } from "../problem.ts";

/** 100000 to 102999: what Tencent answers about live rooms, their seats, connections, battles and gifts. */
export const liveRoomExplanations: readonly Explanation[] = [
  {
    code: 100001,
    title: "Tencent had a fault of its own while working on this room",
    meaning:
      "Something went wrong inside Tencent, and Tencent does not say what. This tells nothing about the room: it may be running as usual.",
    audience: "tencent",
    next: "Wait a minute, then ask about the room again. If the answer stays the same, ask the people who run this bot to send Tencent the RequestId.",
  },
  {
    code: 100002,
    title: "Tencent could not accept something in the question about the room",
    meaning:
      "One of the details sent to Tencent is not in a form that it takes. In a look-up, the room ID is the first thing to check. Tencent's own error text, where there is one, may say which detail it was.",
    audience: "asker",
    next: "Compare the room ID with the one in your app: plain letters, digits and signs, 48 at most, with nothing cut off or added. If it is the same, give Tencent's error text and the RequestId to the people who run this bot, or to your app's developers if the code came from your app.",
  },
  {
    code: 100003,
    title: "Another room already has this room ID",
    meaning:
      "Your app asked Tencent to create a room, and the ID it chose is in use. The room that holds the ID is not changed by this.",
    audience: "asker",
    next: "Look the ID up with /room to see which room holds it. Then ask your app's developers to create theirs under a different ID.",
  },
  {
    code: 100004,
    title: "This room does not exist right now",
    meaning:
      "Tencent knows no room with this ID at the moment. There are four usual reasons: it closed by itself after everybody left, its owner left or lost the connection and did not come back, somebody closed it, or the ID is mistyped or belongs to another app or data centre. Rooms come and go, so this alone is no sign of a fault.",
    audience: "asker",
    next: "Compare the ID with the one in your app: capital letters and blanks count, and so does a missing end. If it matches, ask the host whether the room was closed, and the people who run this bot whether it belongs to another app.",
  },
  {
    code: 100005,
    title: "This person is not in the room",
    meaning:
      "Your app asked for something that only people inside a room can do. Tencent does not count this account among them at the moment.",
    audience: "asker",
    next: "Ask the person to enter the room once more and repeat the step. If that does not help, give your app's developers the room ID, the account and the time.",
  },
  {
    code: 100006,
    title: "This account may not do that in the room",
    meaning:
      "Tencent turned a step down because the account behind it does not have the right to take it. For the commands about robots (accounts that no person uses), Tencent's pages give a different reason: they work in rooms of the type Live only.",
    audience: "asker",
    next: "Find out who tried the step, and whether the owner or an administrator of the room should do it instead. For a robot, ask your app's developers which type the room has.",
  },
  {
    code: 100007,
    title: "There is no working plan for live rooms on this Tencent account",
    meaning:
      "Tencent finds no plan that covers this request, or a bill of the account is unpaid. A plan that was bought just now needs about five minutes before it works.",
    audience: "operator",
    next: "The people who run the Tencent account need to check in its console whether a plan for live rooms is active and every bill is paid.",
  },
  {
    code: 100008,
    title: "Tencent lets nobody else into this room for now",
    meaning:
      "Somebody tried to enter, and Tencent answered that the room has reached its limit of people. The limit depends on the plan. The answer holds for that moment only.",
    audience: "asker",
    next: "Ask the person to try once more after others have left. If this comes up often, tell the people who run the Tencent account, who can check the plan's limit.",
  },
  {
    code: 100009,
    title: "The room was given too many tags",
    meaning:
      "Your app tried to put more tags on a room than Tencent allows. Tencent's list of errors does not name the limit. Its page about rooms allows three category numbers for each.",
    audience: "asker",
    next: "Ask your app's developers to count the tags, or category numbers, that the app sends for one room, and to send fewer.",
  },
  {
    code: 100010,
    title: "The room is already there and belongs to the same owner",
    meaning:
      "Your app tried to create a room that exists. The account that asked is its owner, so the room is ready for that account as it stands.",
    audience: "asker",
    next: "Tell your app's developers that the app can go on with the existing room here. No new ID is needed.",
  },
  {
    code: 100011,
    title: "A chat group already uses this room ID",
    meaning:
      "Your app wanted to create a room, and Tencent Chat has a group with the same ID. A room and a group of that kind cannot share one.",
    audience: "asker",
    next: "Ask your app's developers whether anybody needs that chat group. If so, the room needs an ID of its own; if not, they can remove the group.",
  },
  {
    code: 100012,
    title: "The room was created again too soon",
    meaning:
      "Your app sent requests to create rooms faster than Tencent takes them. For any one room ID, Tencent accepts a single creation a second.",
    audience: "asker",
    next: "Ask your app's developers to look for a double tap or a loop that creates the same room several times, and to leave more than a second in between.",
  },
  {
    code: 100013,
    title: "The room needs more than the plan includes",
    meaning:
      "Some number went past what the plan pays for. Tencent's examples are the seats (places on the microphone) and the rooms in a battle (a contest between rooms, also called a PK).",
    audience: "operator",
    next: "The people who run the Tencent account need to compare the plan's limits with what the app asked for. They can then choose a larger plan, or have the app ask for less.",
  },
  {
    code: 100015,
    title: "Tencent does not accept this type of room",
    meaning:
      "The request named a room type that Tencent does not take there. Tencent does not list the types it would have taken.",
    audience: "asker",
    next: "Ask your app's developers which type the app sends. For a live room it is written Live, with a capital L.",
  },
  {
    code: 100016,
    title: "This person is banned from the room",
    meaning:
      "The account is on the room's list of people who may not come in. The code alone does not say who put it there, why, or for how long.",
    audience: "asker",
    next: "Ask the room's owner whether the ban is meant to stand. Your app's developers can see its reason and its end in Tencent's list of banned members.",
  },
  {
    code: 100017,
    title: "This person is muted in the room",
    meaning:
      "The account may not speak up in this room at the moment. This is about one person, and not about the switch that mutes everyone in the chat.",
    audience: "asker",
    next: "Ask the room's owner whether the mute is intended. Your app's developers can see in Tencent's list of muted members when it runs out.",
  },
  {
    code: 100018,
    title: "This room asks for a password",
    meaning:
      "Somebody tried to enter a room that is protected by a password. Tencent lets people in only when they give it.",
    audience: "asker",
    next: "Ask the host for the password and pass it to the person in private. If the app offers no place to type it, tell your app's developers.",
  },
  {
    code: 100019,
    title: "The password for the room did not match",
    meaning:
      "Somebody gave a password at the entrance of a room, and it is not the one that is set. The room itself is there.",
    audience: "asker",
    next: "Ask the host whether the password was changed. Then have the person type it anew, with an eye on capital letters and blanks at the ends.",
  },
  {
    code: 100020,
    title: "The room has as many administrators as Tencent allows",
    meaning:
      "Your app tried to make one more person an administrator of the room, and the limit is reached. Tencent's list of errors does not give the number.",
    audience: "asker",
    next: "Ask the room's owner which administrator could be taken off the list. After that, the new one can be added.",
  },
  {
    code: 100102,
    title: "Requests in the room got in each other's way",
    meaning:
      "Tencent reports a conflict between signals, the messages with which an app arranges things in a room. It does not say which signals they were.",
    audience: "asker",
    next: "Write down the room ID, the time and what people tapped just before. With that, your app's developers can look for two requests that crossed.",
  },
  {
    code: 100200,
    title: "This seat in the room is locked",
    meaning:
      "Somebody asked for a seat (a place on the microphone) that is locked. That concerns this one seat, and others may be open.",
    audience: "asker",
    next: "Ask the person to choose a different seat, or ask the host to unlock this one.",
  },
  {
    code: 100201,
    title: "Somebody already sits on this seat in the room",
    meaning:
      "The seat (a place on the microphone) that was asked for has a person on it. Two people cannot share one.",
    audience: "asker",
    next: "Ask the person to pick a free seat, or to wait until this one is left.",
  },
  {
    code: 100202,
    title: "This person is already waiting for a seat in the room",
    meaning:
      "The person asked for a seat (a place on the microphone) once more, and the first request still waits in the queue. The place in the queue is there.",
    audience: "asker",
    next: "Ask the host to answer the request that is waiting. If the host sees none, give your app's developers the account and the time.",
  },
  {
    code: 100203,
    title: "This person already has a seat in the room",
    meaning:
      "The person asked to go on the microphone and is there already. Nothing more is needed to take the seat.",
    audience: "asker",
    next: "If the person cannot be heard, check the microphone in the app. If the app does not show the seat, tell your app's developers that its view is out of date.",
  },
  {
    code: 100204,
    title: "This person is not waiting for a seat in the room",
    meaning:
      "The request was about somebody in the queue for a seat (a place on the microphone), and Tencent does not find that account there. It may have been answered or withdrawn a moment before.",
    audience: "asker",
    next: "Ask the person to apply for a seat anew. If hosts meet this often, your app's developers can check whether the app's list of requests is refreshed in time.",
  },
  {
    code: 100205,
    title: "No seat in the room is free",
    meaning:
      "Somebody asked for a seat (a place on the microphone), and each one has a person on it. The person can still be in the room without one.",
    audience: "asker",
    next: "Ask the host to free a seat, or the person to wait for one. If the room needs more seats, your app's developers can check how many it was set up with.",
  },
  {
    code: 100206,
    title: "This person has no seat in the room",
    meaning:
      "The request was about somebody on the microphone, and Tencent finds that account on no seat. The person may have left it shortly before.",
    audience: "asker",
    next: "Ask the person to take a seat first, then repeat the step. If the app shows the person as seated, give your app's developers the room ID and the account.",
  },
  {
    code: 100210,
    title: "The person named for a seat in the room is on one already",
    meaning:
      "The request was to bring somebody to the microphone who has a seat. Tencent has another code of nearly the same sense and does not explain the difference.",
    audience: "asker",
    next: "Nothing has to be done for the person to be seated. If the aim was a different seat, ask your app's developers how the app moves people between seats.",
  },
  {
    code: 100211,
    title: "This room works without seats",
    meaning:
      "Your app asked for something to do with seats (places on the microphone), and this room does not offer them.",
    audience: "asker",
    next: "Look the room up with /room to see whether seats are on. If they should be, ask your app's developers how the app creates its rooms.",
  },
  {
    code: 100251,
    title: "A list of seats for the room was empty",
    meaning:
      "Tencent reports a list of seats with nothing in it. It does not say whether that is the room's own list or one that your app sent.",
    audience: "asker",
    next: "Ask your app's developers to check both: whether seats are on in this room, and which seats the app named in its request.",
  },
  {
    code: 100302,
    title: "No token is set for the messages that Tencent sends about rooms",
    meaning:
      "Tencent can report events to your own servers by webhook (a message from one server to another). It finds no token set up for that, the secret by which such a message proves to be genuine.",
    audience: "operator",
    next: "The people who run the Tencent account need to have a token created, with Tencent's command for setting the webhook token.",
  },
  {
    code: 100400,
    title: "The connection between these rooms is not there",
    meaning:
      "The request was about a connection (a link between live rooms), and Tencent finds none. It may be over, or may never have come about.",
    audience: "asker",
    next: "If the hosts still want their rooms linked, they can start a new connection. If the app goes on showing the old one, tell your app's developers.",
  },
  {
    code: 100401,
    title: "The room is part of a connection already",
    meaning:
      "Your app tried to link a room with another one, and a connection (a link between live rooms) is in place for it.",
    audience: "asker",
    next: "Ask the host whether the present connection is wanted. If not, the host can leave it and then start the new one.",
  },
  {
    code: 100402,
    title: "An earlier invitation to link this room still waits for an answer",
    meaning:
      "Your app asked for a connection (a link between live rooms) while another request of that kind is open for the room. Tencent takes one at a time here.",
    audience: "asker",
    next: "Ask the hosts to accept, refuse or withdraw the open invitation. A new one can follow after that.",
  },
  {
    code: 100403,
    title: "The room is busy linking up with others",
    meaning:
      "Tencent says that this room is connecting with further rooms. Its wording leaves open whether the link is still being made or stands already.",
    audience: "asker",
    next: "Wait until the host sees how the link turns out. If the app shows no link at all, give your app's developers the IDs of all rooms involved.",
  },
  {
    code: 100404,
    title: "Too many rooms for one connection or battle",
    meaning:
      "Your app tried to bring more rooms together than Tencent allows, in a connection (a link between live rooms) or a battle (a contest between them). Tencent does not give the number here.",
    audience: "asker",
    next: "Try it with fewer rooms. Your app's developers can ask Tencent which limit applies to your plan.",
  },
  {
    code: 100405,
    title: "Links between rooms were started too quickly one after another",
    meaning:
      "Your app asked for several connections (links between live rooms) within a short while. Tencent does not say how much time it wants in between.",
    audience: "asker",
    next: "Ask the host to pause before the next invitation to another room. If nobody tapped twice, your app's developers can look for repeated requests to connect.",
  },
  {
    code: 100411,
    title: "Tencent finds no such battle between rooms",
    meaning:
      "The request was about a battle (a contest between live rooms, also called a PK). Either it is over, or there is none under that name.",
    audience: "asker",
    next: "If the hosts want to compete, they can start a new battle. If the app still shows the old one as running, pass the room IDs to your app's developers.",
  },
  {
    code: 100412,
    title: "The battle names no room that can take part",
    meaning:
      "Your app asked for a battle (a contest between live rooms), and Tencent could use none of the rooms it named. Tencent does not say what was wrong with each.",
    audience: "asker",
    next: "Look up each of the rooms with /room to see whether it still exists. Then give your app's developers the IDs and what you found.",
  },
  {
    code: 100413,
    title: "Battles between rooms were started too quickly in a row",
    meaning:
      "Your app asked for several battles (contests between live rooms) within a short while. Tencent names no waiting time.",
    audience: "asker",
    next: "Ask the host to leave a pause before the next battle. If there was only one tap, your app's developers can check how often the app sent it.",
  },
  {
    code: 100414,
    title: "This room takes no part in the battle",
    meaning:
      "The request joins a room with a battle (a contest between live rooms), and Tencent does not count that room among its sides.",
    audience: "asker",
    next: "Check with the hosts which rooms compete. If this room should be one of them, give your app's developers its ID and the time the battle began.",
  },
  {
    code: 100415,
    title: "This room is busy in another battle",
    meaning:
      "Your app tried to bring the room into a battle (a contest between live rooms) while it takes part in a different one.",
    audience: "asker",
    next: "Ask the host when the present battle ends. The new one can be started afterwards.",
  },
  {
    code: 100416,
    title: "An earlier challenge to this room still waits for an answer",
    meaning:
      "Your app asked for a battle (a contest between live rooms) while another such request is open for the room.",
    audience: "asker",
    next: "Ask the hosts whether the first challenge is to be accepted or dropped. Once it is settled, the next can be sent.",
  },
  {
    code: 100419,
    title: "A battle cannot be called off while the room is in it",
    meaning:
      "Your app tried to cancel a battle (a contest between live rooms) for a room that is taking part in one. Tencent does not permit that.",
    audience: "asker",
    next: "Let the battle come to its end. Your app's developers can stop offering Cancel once a battle is running.",
  },
  {
    code: 100420,
    title: "The battle between the rooms has yet to begin",
    meaning:
      "Your app asked for something that only works during a battle (a contest between live rooms). This battle is known to Tencent but is not running so far.",
    audience: "asker",
    next: "Repeat the step when the battle has begun. If the hosts already see it running, give your app's developers the room IDs and the time.",
  },
  {
    code: 100421,
    title: "The battle between the rooms is over",
    meaning:
      "The request came after the end of the battle (a contest between live rooms) that it was meant for. The rooms themselves may go on.",
    audience: "asker",
    next: "Start another battle if the hosts want one. Your app's developers can check whether the app notices the end of a battle in time.",
  },
  {
    code: 100427,
    title: "The room's mixed stream was changed too often",
    meaning:
      "Tencent gives this code a name and no description. By its name, updates of a mixed stream (several pictures and sounds put together into one) came too quickly.",
    audience: "asker",
    next: "Ask your app's developers how often the app updates the mixed stream, and to space the updates out. Tencent publishes no figure for this.",
  },
  {
    code: 100430,
    title: "Details of a stream published from the room are missing",
    meaning:
      "Tencent has published a name for this code and nothing else. By its name, there is no information about a published stream (the picture and sound that a room sends out).",
    audience: "asker",
    next: "Tell your app's developers the room ID and whether its stream had been started at the time. If there is a RequestId, keep it for Tencent's support.",
  },
  {
    code: 100431,
    title: "The stream published from the room needed no recovery",
    meaning:
      "For this code, only its name is public. It suggests that your app tried to restore a published stream (the picture and sound that a room sends out) and that there was nothing to restore.",
    audience: "asker",
    next: "Check whether viewers see and hear the room. If they do, your app's developers need only know that the attempt to restore was not needed.",
  },
  {
    code: 100500,
    title: "The room has too many entries in its metadata",
    meaning:
      "Metadata are notes that your app keeps with a room, each a key (its name) and a value (its content). Your app tried to keep more of them than Tencent allows.",
    audience: "asker",
    next: "Ask your app's developers to remove keys that are no longer used, or to put several notes under one key.",
  },
  {
    code: 100501,
    title: "A single note kept with the room (metadata) is too long",
    meaning:
      "Your app tried to keep a note with the room (metadata), and the content of one note is larger than Tencent takes. Tencent's list of errors does not give the limit.",
    audience: "asker",
    next: "Ask your app's developers to shorten that value. It is measured in bytes, so an emoji or a Chinese character counts more than once.",
  },
  {
    code: 100502,
    title: "The room's metadata are too large taken together",
    meaning:
      "Your app keeps notes with the room (metadata), and all their contents added up are more than Tencent holds for one room. Each note alone may be small enough.",
    audience: "asker",
    next: "Ask your app's developers which notes the room still needs. Deleting or shortening some of them makes space.",
  },
  {
    code: 100503,
    title: "The request to delete room metadata named nothing to delete",
    meaning:
      "Your app wanted to remove notes that it keeps with the room (metadata). Tencent found no usable key, the name of a note, in the request.",
    audience: "asker",
    next: "Ask your app's developers to compare the keys in the request with those the room has. The notes may have been deleted before.",
  },
  {
    code: 100504,
    title: "The name of an entry in the room's metadata is too long",
    meaning:
      "Your app keeps notes with the room (metadata), each under a key. One key is longer than Tencent takes, and the list of errors does not state the limit.",
    audience: "asker",
    next: "Ask your app's developers to use a shorter key. Long text belongs in the value, and not in the key.",
  },
  {
    code: 101072,
    title: "Recording in the cloud is not switched on for this app's rooms",
    meaning:
      "A recording of a room was asked for, and Tencent finds no settings for it, or they are off. Cloud recording has to be allowed for each SDKAppID (the app's number at Tencent).",
    audience: "operator",
    next: "The people who run the Tencent account need to ask Tencent, in a support ticket, to switch on cloud recording for this SDKAppID.",
  },
  {
    code: 102001,
    title: "Gifts are not switched on for this app's rooms",
    meaning:
      "Tencent has published the name of this code and no explanation. By its name, the gift feature is not enabled.",
    audience: "operator",
    next: "The people who run the Tencent account need to check its console for gifts in live rooms. If they find nothing there, Tencent's support can say what turns gifts on.",
  },
  {
    code: 102002,
    title: "The gift sent in the room is unknown to Tencent",
    meaning:
      "Tencent describes this code by a name alone. By that name, the gift that was chosen does not exist.",
    audience: "asker",
    next: "Note which gift it was. Your app's developers can check whether it is still among the gifts set up for the app.",
  },
  {
    code: 102004,
    title: "A gift in the room did not pass the check before sending",
    meaning:
      "All that Tencent publishes here is a name. It suggests that a server checked the gift beforehand and turned it down. Whether that server is Tencent's or your own is not stated.",
    audience: "asker",
    next: "Give your app's developers the sender's account, the gift and the time. If your app has a server that approves gifts, its log is the first place to look.",
  },
];
