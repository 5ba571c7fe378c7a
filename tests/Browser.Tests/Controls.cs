using Microsoft.Playwright;

namespace ServiceCrm.Browser.Tests;

/// <summary>How people use the controls of the console.</summary>
internal static class Controls
{
    /// <summary>The input of a field; a list that belongs to the field has the same label.</summary>
    public static ILocator Field(this IPage page, string label) => page.Locator("input, textarea").And(page.GetByLabel(label, new() { Exact = true }));

    public static async Task Choose(this IPage page, string label, string option)
    {
        await page.Field(label).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Heading(this IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    /// <summary>The heading of a ticket is also the button that edits its subject, and named so.</summary>
    public static ILocator TicketHeading(this IPage page, string subject) => page.GetByRole(AriaRole.Heading, new() { Name = subject });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static ILocator DialogNamed(this IPage page, string name) => page.GetByRole(AriaRole.Dialog, new() { Name = name });

    public static ILocator Conversation(this IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Conversation" });

    /// <summary>The line of the inbox that tells of a ticket.</summary>
    public static ILocator Row(this IPage page, string subject) =>
        page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem).Filter(new() { Has = page.Link(subject) });

    public static async Task Answer(this IPage page, string text)
    {
        await page.Field("Public reply").FillAsync(text);
        await page.Button("Send").ClickAsync();
    }
}
