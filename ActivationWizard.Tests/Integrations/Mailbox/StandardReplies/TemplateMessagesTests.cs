using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.StandardReplies;

/// <summary>Mailsjablonen as people keep them, on a real server.</summary>
public sealed class TemplateMessagesTests(Dovecot server)
{
    private const string Folder = "INBOX/Mailsjablonen";
    private readonly string _person = server.NewPerson();

    [Fact]
    public async Task Read_MessagesOfEverySort_AreTemplates()
    {
        await PutAsync("Geen huurder", "Beste {naam},\r\n\r\nU huurt niet.", MessageFlags.Draft);
        await PutAsync("=?utf-8?q?Onder_bewind_=C3=A9=C3=A9n?=", "<p>{aanhef},</p><p>Dag&nbsp;&euro;.</p>", type: "text/html");
        await server.PutAsync(_person, Folder, """
            Subject: Beide
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=grens

            --grens
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Caf=E9
            --grens
            Content-Type: text/html

            <p>anders</p>
            --grens--

            """.ReplaceLineEndings("\r\n"));

        var found = await ReadAsync();

        Assert.Equal(
            [
                ("Beide", "Café"), ("Geen huurder", "Beste {naam},\n\nU huurt niet."),
                ("Onder bewind één", "{aanhef},\n\nDag €."),
            ],
            found!.Select(one => (one.Subject, one.Body)));
        Assert.All(found!, one => Assert.Null(one.Fault));
    }

    [Fact]
    public async Task Read_SeveralOfOneSubject_IsTheNewest()
    {
        await PutAsync("Neutraal", "nieuw", at: FixedTime.Start.AddDays(1));
        await PutAsync("  NEUTRAAL ", "oud", at: FixedTime.Start);
        await PutAsync("Regeling", "eerst", at: FixedTime.Start);
        await PutAsync("Regeling", "daarna", at: FixedTime.Start);

        var found = await ReadAsync();

        Assert.Equal(["nieuw", "daarna"], found!.Select(one => one.Body));
        Assert.Equal(FixedTime.Start.AddDays(1), found![0].WrittenAt);
    }

    [Fact]
    public async Task Read_MessagesThatCannotServe_SayWhatIsWrong()
    {
        await PutAsync("Te lang", new string('x', 10_001));
        await PutAsync("Leeg", " ");
        await PutAsync("", "tekst zonder onderwerp");
        await PutAsync("Reuzenplaat", string.Concat(Enumerable.Repeat(new string('x', 900) + "\r\n", 2_400)));
        await PutAsync("Haken", "{aanhef}, {bsn} en {naam");

        var found = await ReadAsync();

        var faults = found!.ToDictionary(one => (one.Subject, one.Body.Length > 0), one => Preview(one).Fault);
        Assert.Equal(TemplateFault.TooLong, faults[("Te lang", false)]);
        Assert.Equal(TemplateFault.NoText, faults[("Leeg", false)]);
        Assert.Contains(TemplateFault.NoSubject, faults.Values);
        Assert.Equal(TemplateFault.UnknownPlaceholder, faults[("Haken", true)]);
        Assert.Equal(["{bsn}", "{"], Preview(found!.Single(one => one.Subject is "Haken")).Unknown);
    }

    [Fact]
    public async Task Read_NoSuchFolderOrNoServer_IsToldApart()
    {
        using var bench = new MailboxBench(await server.SettingsAsync(_person));
        Assert.Equal(
            new Reply<IReadOnlyList<FoundTemplate>?>.Answered(null), await bench.Messages.ReadAsync(MailboxBench.Cancellation));

        using var refused = new MailboxBench(await server.SettingsAsync(_person, ("Password", "verkeerd")));
        Assert.Equal(
            new Reply<IReadOnlyList<FoundTemplate>?>.NotAnswered(FailureReason.NotAllowed),
            await refused.Messages.ReadAsync(MailboxBench.Cancellation));
    }

    [Fact]
    public async Task Read_AnotherFolder_IsTheOneThatIsSet()
    {
        await server.PutAsync(_person, "Antwoorden/Weigering", "Subject: Hier\r\n\r\ntekst\r\n");
        using var bench = new MailboxBench(await server.SettingsAsync(_person, ("Templates:Folder", "Antwoorden/Weigering")));

        var reply = await bench.Messages.ReadAsync(MailboxBench.Cancellation);

        Assert.Equal("Hier", Assert.Single(Assert.IsType<Reply<IReadOnlyList<FoundTemplate>?>.Answered>(reply).Value!).Subject);
    }

    [Fact]
    public void Mark_AnotherText_IsAnotherMark()
    {
        var one = new FoundTemplate("Onderwerp", "Tekst", FixedTime.Start);

        Assert.Equal(one.Mark, (one with { WrittenAt = FixedTime.Start.AddDays(1) }).Mark);
        Assert.NotEqual(one.Mark, (one with { Body = "Tekst." }).Mark);
        Assert.Equal(12, one.Mark.Length);
    }

    private static TemplatePreview Preview(FoundTemplate template) => template.PreviewIn(MailLanguage.Dutch, "");

    private async Task<IReadOnlyList<FoundTemplate>?> ReadAsync()
    {
        using var bench = new MailboxBench(await server.SettingsAsync(_person));
        var reply = await bench.Messages.ReadAsync(MailboxBench.Cancellation);
        return Assert.IsType<Reply<IReadOnlyList<FoundTemplate>?>.Answered>(reply).Value;
    }

    private Task PutAsync(
        string subject, string body, MessageFlags flags = MessageFlags.None, string type = "text/plain",
        DateTimeOffset? at = null) => server.PutAsync(
        _person, Folder, $"Subject: {subject}\r\nContent-Type: {type}; charset=utf-8\r\n\r\n{body}\r\n", flags, at);
}
