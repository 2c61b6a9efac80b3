using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// An app that takes in the mail of the simulators' mailbox. Each test puts mails there that no other test takes.
/// </summary>
public sealed class MailApp : IAsyncDisposable
{
    /// <summary>Settings by which an app reads mail, as often as it may.</summary>
    public static readonly Dictionary<string, string> Settings = new()
    {
        ["Mailbox:Requests:Read"] = "true",
        ["Mailbox:Requests:IntervalSeconds"] = "5",
    };

    public TestApp App { get; } = new(new() { Settings = Settings });

    /// <summary>A mail comes in, and was taken in.</summary>
    public async Task<StoredMessage> ReceiveAsync(string from, string subject, string text, params (string, string)[] headers)
    {
        await PutAsync(App, from, subject, text, headers);
        return await TakenAsync(App, subject);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A mail lies in the inbox.</summary>
    public static async Task PutAsync(
        TestApp app, string from, string subject, string text, params (string Name, string Value)[] headers)
    {
        using var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(MailboxAddress.Parse("wonen@thuis.example"));
        mail.MessageId = $"{Guid.NewGuid():N}@mail.example";
        foreach (var (name, value) in headers)
            mail.Headers.Add(name, value);
        using var written = new MemoryStream();
        await mail.WriteToAsync(written);
        await app.ChangeAsync(new { kind = "mail", mime = Convert.ToBase64String(written.ToArray()) });
    }

    /// <summary>The message with this subject, as soon as it waits for somebody or was skipped.</summary>
    public static async Task<StoredMessage> TakenAsync(TestApp app, string subject) => (await Waiting.ForAsync(
        $"the message {subject}",
        async () =>
        {
            var messages = app.Services.GetRequiredService<IncomingMessages>();
            Actor reader = DemoPeople.Sanne;
            return (await messages.OpenAsync(1, reader, default)).Messages.Concat(await messages.SkippedAsync(reader, default))
                .FirstOrDefault(one => one.Head?.Subject == subject);
        },
        found => found is not null, _ => "not taken in"))!;
}
