using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>One request from question to wherever it stands today.</summary>
internal sealed class DemoStory(DemoCompany demo, DemoCast cast, long number, CustomerSummary customer, DateTimeOffset begin)
{
    private static readonly TicketChannel[] Channels = [TicketChannel.Email, TicketChannel.Email, TicketChannel.Email, TicketChannel.Portal, TicketChannel.Portal, TicketChannel.Phone, TicketChannel.Chat];

    private readonly List<Message> _messages = [];
    private DateTimeOffset _now = begin;

    private DateTimeOffset Start { get; } = begin;

    public void Write(BulkWriter writer, ICustomers customers)
    {
        var topic = demo.Pick(DemoTopics.All);
        var channel = demo.Pick(Channels);
        var ticket = Ticket.Open(number, Capital(cast.Format(demo.Pick(topic.Subjects))), channel, customer, null, Start);
        ticket.Classify(topic.Type, Start);
        ticket.Prioritise(demo.Random.Next(20) switch { 0 => TicketPriority.Urgent, < 4 => TicketPriority.High, < 7 => TicketPriority.Low, _ => TicketPriority.Normal }, Start);
        ticket.Tag(topic.Tags, Start);
        _messages.Add(ticket.AddCustomerMessage(customer.Name, cast.Format(demo.Pick(topic.Questions)), channel, Start));
        if (demo.Random.Next(40) > 0)
        {
            ticket.MoveTo(cast.Team(topic.Team), Start);
        }

        Play(ticket, topic, channel);
        ticket.ForgetEvents();
        writer.Add(ticket);
        writer.AddRange(_messages);
        Tell(ticket, customers);
    }

    private void Play(Ticket ticket, DemoTopic topic, TicketChannel channel)
    {
        var age = (demo.Today - Start).TotalDays;
        if (age < 4 && demo.Random.Next(3) == 0)
        {
            SetDue(ticket);
            return;
        }

        var agent = cast.Agent(topic.Team);
        if (!Later(10, 600))
        {
            return;
        }

        ticket.Assign(agent.User, _now);
        if (demo.Random.Next(5) == 0)
        {
            _messages.Add(ticket.AddNote(agent, demo.Pick(DemoTopics.Notes), _now));
        }

        _messages.Add(ticket.Reply(agent, cast.Format(demo.Pick(topic.Answers)), channel, _now));
        while (demo.Random.Next(3) == 0 && Later(30, 2000))
        {
            _messages.Add(ticket.AddCustomerMessage(customer.Name, cast.Format(demo.Pick(DemoTopics.FollowUps)), channel, _now));
            if (!Later(20, 900))
            {
                return;
            }

            _messages.Add(ticket.Reply(agent, cast.Format(demo.Pick(topic.Answers)), channel, _now));
        }

        Finish(ticket, topic, agent, channel, age);
    }

    private void Finish(Ticket ticket, DemoTopic topic, Author agent, TicketChannel channel, double age)
    {
        if (age < 12 && demo.Random.Next(4) > 0)
        {
            ticket.ChangeStatus(demo.Random.Next(4) == 0 ? TicketStatus.OnHold : TicketStatus.Pending, agent.User, _now);
            SetDue(ticket);
            return;
        }

        if (demo.Random.Next(2) == 0 && Later(60, 3000))
        {
            _messages.Add(ticket.AddCustomerMessage(customer.Name, demo.Pick(topic.Thanks), channel, _now));
        }

        if (Later(5, 400))
        {
            ticket.Solve(agent.User, _now);
            if (_now.AddDays(14) < demo.Today)
            {
                ticket.Close(_now.AddDays(14));
            }
        }
    }

    private void SetDue(Ticket ticket)
    {
        if (demo.Random.Next(3) > 0)
        {
            ticket.DueBy(demo.Today.AddMinutes(demo.Random.Next(-300, 2880)), _now);
        }
    }

    /// <summary>Moves the story on; false when that would be in the future.</summary>
    private bool Later(int fromMinutes, int toMinutes)
    {
        var next = _now.AddMinutes(demo.Random.Next(fromMinutes, toMinutes));
        if (next >= demo.Today)
        {
            return false;
        }

        _now = next;
        return true;
    }

    private void Tell(Ticket ticket, ICustomers customers)
    {
        customers.AddToTimeline(customer.Id, Line(TimelineKind.TicketOpened, $"#{number} {ticket.Subject}", null, Start, null, isContact: true));
        foreach (var message in _messages.Skip(1).Where(m => m.Kind == MessageKind.Public))
        {
            var text = Platform.Values.SafeText.Cut(message.Body.ReplaceLineEndings(" "), 160);
            customers.AddToTimeline(customer.Id, Line(TimelineKind.TicketMessage, $"#{number}", text, message.CreatedAt, message.AuthorId, isContact: true));
        }

        if (ticket.SolvedAt is { } solved)
        {
            customers.AddToTimeline(customer.Id, Line(TimelineKind.TicketSolved, $"#{number} {ticket.Subject}", null, solved, ticket.AssigneeId, isContact: false));
        }

        TimelineNews Line(TimelineKind kind, string title, string? text, DateTimeOffset when, Platform.Security.UserId? actor, bool isContact) =>
            new(kind, title, text, when, actor, TicketId.TypeName, ticket.Id.Value, isContact);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
