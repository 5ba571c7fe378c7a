using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using Shouldly;
using Xunit;

namespace ServiceCrm.Tickets.Tests;

/// <summary>The rules of a ticket's life, without a database.</summary>
public sealed class TicketRules
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserId Jonas = UserId.New(Monday);

    [Fact]
    public void A_ticket_starts_as_new_with_the_customers_words_as_its_preview()
    {
        var ticket = New();
        ticket.Status.ShouldBe(TicketStatus.New);
        ticket.Preview.ShouldBe("The printer on floor two is silent.");
        ticket.LastMessageFromCustomer.ShouldBeTrue();
        ticket.TrackingToken.Length.ShouldBe(32);
    }

    [Fact]
    public void The_first_answer_opens_a_new_ticket_and_sets_the_first_response_once()
    {
        var ticket = New();
        ticket.Reply(Agent(), "Please switch it off and on.", TicketChannel.Console, Monday.AddMinutes(10));
        ticket.Status.ShouldBe(TicketStatus.Open);
        ticket.Reply(Agent(), "Did it help?", TicketChannel.Console, Monday.AddMinutes(30));
        ticket.FirstRespondedAt.ShouldBe(Monday.AddMinutes(10));
        ticket.MessageCount.ShouldBe(3);
    }

    [Fact]
    public void An_internal_note_is_no_first_response_and_no_preview()
    {
        var ticket = New();
        ticket.AddNote(Agent(), "Same batch as last week.", Monday.AddMinutes(5));
        ticket.FirstRespondedAt.ShouldBeNull();
        ticket.Preview.ShouldBe("The printer on floor two is silent.");
        ticket.Status.ShouldBe(TicketStatus.New);
    }

    [Fact]
    public void A_solved_ticket_knows_when_and_belongs_to_who_solved_it()
    {
        var ticket = New();
        ticket.Solve(Jonas, Monday.AddHours(1));
        ticket.Status.ShouldBe(TicketStatus.Solved);
        ticket.SolvedAt.ShouldBe(Monday.AddHours(1));
        ticket.AssigneeId.ShouldBe(Jonas);
    }

    [Fact]
    public void A_customers_answer_reopens_a_solved_ticket()
    {
        var ticket = New();
        ticket.Solve(Jonas, Monday.AddHours(1));
        ticket.AddCustomerMessage("Ada", "It is silent again.", TicketChannel.Email, Monday.AddHours(2));
        ticket.Status.ShouldBe(TicketStatus.Open);
        ticket.SolvedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(TicketStatus.Pending)]
    [InlineData(TicketStatus.OnHold)]
    internal void A_customers_answer_opens_a_waiting_ticket(TicketStatus waiting)
    {
        var ticket = New();
        ticket.ChangeStatus(waiting, Jonas, Monday.AddHours(1));
        ticket.AddCustomerMessage("Ada", "Here is the number.", TicketChannel.Email, Monday.AddHours(2));
        ticket.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void A_closed_ticket_cannot_be_solved() => Refused(t => t.Solve(Jonas, Monday)).Code.ShouldBe("CLOSED");

    [Fact]
    public void A_closed_ticket_takes_no_more_messages() =>
        Refused(t => t.AddCustomerMessage("Ada", "Hello?", TicketChannel.Email, Monday)).Code.ShouldBe("CLOSED");

    [Fact]
    public void A_closed_ticket_cannot_be_reopened() => Refused(t => t.Reopen(Jonas, Monday)).Code.ShouldBe("CLOSED");

    [Fact]
    public void A_closed_ticket_cannot_be_assigned() => Refused(t => t.Assign(Jonas, Monday)).Code.ShouldBe("CLOSED");

    [Fact]
    public void A_closed_ticket_still_takes_notes()
    {
        var ticket = Closed();
        ticket.AddNote(Agent(), "The customer called to say thanks.", Monday).Kind.ShouldBe(MessageKind.Note);
    }

    [Fact]
    public void Only_a_solved_ticket_can_be_closed() =>
        Should.Throw<RuleBroken>(() => New().Close(Monday)).Code.ShouldBe("NOT_SOLVED");

    [Fact]
    public void A_ticket_cannot_become_new_again()
    {
        var ticket = New();
        ticket.Solve(Jonas, Monday);
        Should.Throw<RuleBroken>(() => ticket.ChangeStatus(TicketStatus.New, Jonas, Monday)).Code.ShouldBe("STATUS_NOT_POSSIBLE");
    }

    [Fact]
    public void Tags_are_kept_once_in_lower_case()
    {
        var ticket = New();
        ticket.Tag(["VIP", " vip", "Billing"], Monday);
        ticket.Tags.ShouldBe(["vip", "billing"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("with\0nul")]
    [InlineData("lone HIGH surrogate")]
    // An attribute cannot hold a lone surrogate, so the test puts it in itself.
    public void A_subject_must_hold_text_that_every_database_can_store(string subject) =>
        Should.Throw<InvalidInput>(() => Ticket.Open(1, subject.Replace("HIGH", "\ud800", StringComparison.Ordinal), TicketChannel.Email, null, null, Monday)).Problems.Single().Path.ShouldBe("subject");

    [Fact]
    public void A_preview_is_one_short_line_that_cuts_no_character_in_two()
    {
        var ticket = Ticket.Open(1, "Emoji", TicketChannel.Email, null, null, Monday);
        ticket.AddCustomerMessage("Ada", "line one\n\nline two " + string.Concat(Enumerable.Repeat("😀", 200)), TicketChannel.Email, Monday);
        ticket.Preview.ShouldStartWith("line one line two 😀");
        ticket.Preview.Length.ShouldBeLessThanOrEqualTo(160);
        ticket.Preview.ShouldEndWith("😀…");
    }

    [Fact]
    public void A_long_preview_ends_with_a_whole_word()
    {
        var ticket = Ticket.Open(1, "Words", TicketChannel.Email, null, null, Monday);
        ticket.AddCustomerMessage("Ada", string.Join(' ', Enumerable.Repeat("seven77", 50)), TicketChannel.Email, Monday);
        ticket.Preview.ShouldBe(string.Join(' ', Enumerable.Repeat("seven77", 19)) + "…");
    }

    private static Ticket New()
    {
        var ticket = Ticket.Open(10_001, "Printer", TicketChannel.Portal, null, null, Monday);
        ticket.AddCustomerMessage("Ada", "The printer on\nfloor two is silent.", TicketChannel.Portal, Monday);
        return ticket;
    }

    private static Ticket Closed()
    {
        var ticket = New();
        ticket.Solve(Jonas, Monday);
        ticket.Close(Monday.AddDays(14));
        return ticket;
    }

    private static RuleBroken Refused(Action<Ticket> deed)
    {
        var ticket = Closed();
        var broken = Should.Throw<RuleBroken>(() => deed(ticket));
        ticket.Status.ShouldBe(TicketStatus.Closed);
        return broken;
    }

    private static Author Agent() => Author.Agent(Jonas, "Jonas Keller");
}
