namespace ServiceCrm.Tickets;

/// <summary>What the demo company's customers write about. {0} is a thing, {1} a number, {2} a day.</summary>
internal sealed record DemoTopic(string Team, TicketType Type, string[] Tags, string[] Subjects, string[] Questions, string[] Answers, string[] Thanks);

internal static class DemoTopics
{
    public static readonly string[] Things =
    [
        "the espresso machine", "the standing desk", "my headset", "the air purifier", "the desk lamp", "the label printer", "the water filter",
        "the office chair", "the monitor arm", "the docking station", "the thermostat", "the door sensor", "the grinder", "the meeting camera",
    ];

    public static readonly DemoTopic[] All =
    [
        new("Support", TicketType.Question, ["delivery"],
            ["Where is order {1}?", "Delivery of {0} is late", "No tracking for order {1}", "When will {0} arrive?"],
            ["Hello,\n\nI ordered {0} on {2} (order {1}) and the tracking page has not moved since. Could you tell me when it will arrive? I have to be at home to take it in.",
             "Hi there, order {1} was promised for {2}. It is not here and the carrier says they never got it. What happened?",
             "Good morning,\nwe are waiting for {0}. Our new colleague starts on Monday and should not sit on the floor :) Any news on order {1}?"],
            ["Hello and thank you for writing. I have asked the carrier: the parcel was sorted into the wrong depot and is on its way again. It should reach you within two working days; the tracking page will show it from tonight.",
             "Sorry for the wait. Order {1} left our warehouse today with express shipping, at our cost. You will get the tracking number by e-mail in the next hours."],
            ["Great, thank you for the quick help!", "It has just arrived. Thanks a lot.", "Perfect, that works for me."]),
        new("Support", TicketType.Question, ["returns"],
            ["Return of {0}", "How do I send {0} back?", "Return label for order {1}", "Wrong size, I would like to exchange {0}"],
            ["Hello, {0} does not fit our room after all. It is unused and still in its box. How can I return it, and who pays for the shipping?",
             "I would like to send back {0} from order {1}. The form on your page says that the 30 days are over, but it only came on {2}.",
             "Hi, could you send me a return label for order {1}? The printer ate the one in the box."],
            ["Of course. I have attached a return label to this message; drop the parcel at any pick-up point. The refund is on your account three to five days after it reaches us.",
             "No problem: the 30 days start when the parcel reaches you, so you have plenty of time. The label is on its way to you."],
            ["Parcel is on its way, thanks.", "Thank you, that was easy.", "Got the refund already. Very happy."]),
        new("Billing", TicketType.Question, ["invoice"],
            ["Invoice for order {1}", "VAT number missing on invoice {1}", "Please correct the address on invoice {1}", "Copy of last month's invoice"],
            ["Dear team,\n\nplease send us the invoice for order {1} again, this time with our VAT number. Our accountant cannot book it otherwise.",
             "Hello, invoice {1} has our old address on it. We moved in spring. Could you correct and resend it?",
             "Hi, I cannot find the invoice for {0} anywhere in my account. Could you mail it to me?"],
            ["Thank you. I have corrected the invoice and attached the new one; the old one is cancelled in our books. I also updated the address in your account so that the next one is right from the start.",
             "Here is the invoice with your VAT number. It will be on all future invoices as well."],
            ["Received, thank you.", "Perfect, our accountant is happy now.", "Thanks!"]),
        new("Billing", TicketType.Complaint, ["invoice", "refund"],
            ["Charged twice for order {1}", "Refund for order {1} still missing", "Wrong amount on my card", "Subscription charged after cancellation"],
            ["Hello,\nmy card was charged twice on {2} for order {1}. Please refund one of the two payments as soon as possible.",
             "I returned {0} three weeks ago and still have no refund. This is the third time I write. Please just fix it.",
             "I cancelled my service plan in time and you charged me again on {2}. I expect the money back."],
            ["I am sorry, you are right. The second payment was a retry by our payment provider. I have refunded it; depending on your bank it takes two to four days.",
             "Thank you for your patience. The return was booked on the wrong order. The refund left our account today, and I have added a voucher for the trouble."],
            ["The money is back. Thank you.", "Finally. Thanks for taking care of it.", "OK, thank you."]),
        new("Technical", TicketType.Incident, ["hardware"],
            ["{0} does not switch on", "{0} makes a strange noise", "Display of {0} stays dark", "{0} stopped working after the update"],
            ["Hello, since this morning {0} does not switch on any more. The socket is fine, I tried another device. It is only a few months old (order {1}). What can I do?",
             "Hi, {0} rattles loudly when it starts. I recorded a video if that helps. It started on {2}.",
             "After the last update {0} shows a blinking light and nothing else. I already unplugged it for ten minutes."],
            ["Thank you for the clear description. Please hold the power button for 20 seconds with the plug out, wait a minute and start it again. If the light still blinks, write down how many times, and I will know what to replace.",
             "That sounds like the fan. It is covered by the warranty; I am sending you a replacement part with a short guide. If you prefer, our technician can also do it."],
            ["The trick with the button worked, thank you so much!", "The part came today and it runs like new.", "Works again, thanks for your patience."]),
        new("Technical", TicketType.Problem, ["app", "network"],
            ["App cannot find {0}", "{0} loses its Wi-Fi connection", "Sign-in to the app fails", "Cannot pair {0} with the app"],
            ["The app says it cannot find {0}. Phone and device are in the same network. I have installed the app again twice. Version is the newest from the store.",
             "Hello, every evening {0} drops out of the Wi-Fi and I have to restart it. The router is two metres away.",
             "I changed my phone and now the app wants a code that is never mailed to me. My address is correct."],
            ["Thank you. The device only speaks 2.4 GHz: please switch off “smart connect” in the router for a moment, pair it, and switch it on again. I have added a screenshot of where to find it.",
             "We found the cause: the code mail was held back by your provider's filter. I have confirmed your address by hand; please sign in once more."],
            ["That was it, thanks!", "Paired and stable since two days. Great support.", "It works now, thank you."]),
        new("Key accounts", TicketType.Task, ["contract", "b2b"],
            ["Offer for 40 pieces", "New framework agreement", "Delivery dates for the new office", "Changing our contact person"],
            ["Dear team,\n\nwe are opening a new office in autumn and need about 40 workplaces: desks, chairs, monitor arms. Could you send an offer with delivery dates by {2}?",
             "Hello, our framework agreement ends in two months. We would like to extend it but talk about the service level. When would you have time for a call?",
             "Please note that from {2} on my colleague is your contact for all orders. Who do we have to tell?"],
            ["Thank you for thinking of us. I have prepared the offer with three options and attached it; the dates are reserved for you until the end of next week. Shall we talk it through on Thursday?",
             "Gladly. I have updated the contacts on our side and copied your new colleague. The draft of the agreement follows tomorrow."],
            ["Thank you, we will come back to you after the board meeting.", "Thursday at 10 is fine.", "Looks good, we take option two."]),
        new("Support", TicketType.Complaint, ["quality"],
            ["{0} arrived damaged", "Scratches on {0}", "Parts missing in the box", "Very disappointed with {0}"],
            ["Hello,\nthe box was open when it arrived and {0} has a deep scratch. I attached photos. I paid for a new one, not for a used one.",
             "In the box of {0} two screws and the cable are missing. I cannot put it together like this and my weekend is gone.",
             "I expected more for this price. {0} wobbles and the manual is only a picture. Please make me an offer."],
            ["I am really sorry, this must not happen. A new one leaves today; please give the damaged one to the driver, nothing to pay. Thank you for the photos, they go to our warehouse right now.",
             "Sorry about your weekend! The missing parts left by express letter and should be with you tomorrow."],
            ["The replacement is perfect. Thank you.", "Parts came the next day, all good now.", "Thank you for the fair solution."]),
    ];

    public static readonly string[] Notes =
    [
        "Called the carrier: confirmed as lost at the depot, they file the claim.",
        "Customer is a regular, please be generous with the voucher.",
        "Same batch as two other cases this week. Told quality about it.",
        "Waiting for the serial number before we can order the part.",
        "Spoke on the phone, friendly, prefers to be called after 16:00.",
    ];

    public static readonly string[] FollowUps =
    [
        "Is there any news on this?", "I tried that and it did not help, sorry.", "Thank you, I will try it tonight and tell you.",
        "The photos are attached.", "The serial number is SC-{1}.", "Yes please, send it to the office address.",
    ];
}
