using System.Globalization;
using ActivationWizard.App.Background;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Templates;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Templates;

/// <summary>An installation whose Mailsjablonen are in a real mailbox.</summary>
public sealed class TemplatesTests(Dovecot server) : IAsyncLifetime
{
    private static readonly ReplySlot Slot = new(RefusalGround.NotTenant, MailLanguage.Dutch);
    private readonly string _person = server.NewPerson();
    private SpoiledWire _wire = null!;
    private TestApp _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TemplatesDesk Desk => _app.Services.GetRequiredService<TemplatesDesk>();

    public async ValueTask InitializeAsync()
    {
        await PutAsync("Geen huurder", "{aanhef},\r\n\r\nZaak {zaaknummer}: bel {telefoon}.");
        _wire = new SpoiledWire(await server.ImapPortAsync());
        var settings = await server.SettingsAsync(
            _person, ("SmtpHost", ""), ("SmtpPort", ""), ("From", "wonen@thuis.example"), ("ImapHost", "127.0.0.1"),
            ("ImapPort", _wire.Port.ToString(CultureInfo.InvariantCulture)), ("ImapSecurity", "None"),
            ("CertificateAuthority", ""), ("Templates:Source", "Mailbox"), ("Telephone", "040 - 123 45 67"),
            ("Timeout", "00:00:10"));
        _app = new TestApp(new() { Settings = settings.ToDictionary(one => $"Mailbox:{one.Key}", one => one.Value) });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task Reply_FromTheMailbox_IsTheOneThatWasChosenAlsoWhenTheMailboxIsSilent()
    {
        await KnownAsync("Geen huurder");
        Assert.Equal(new Reply<FilledReply?>.Answered(null), await ComposeAsync());
        Assert.Equal("Geen huurder", (await SlotAsync()).Proposed!.Subject);

        await Desk.ChooseAsync(DemoPeople.Bram, Slot, "Geen huurder", Cancellation);
        var reply = Filled(await ComposeAsync());
        Assert.Equal("Beste heer/mevrouw J. Slaap,\n\nZaak 2026-00412: bel 040 - 123 45 67.\n", reply.Text.Body);
        Assert.Null(reply.Version!.KeptSince);
        Assert.Equal(DemoPeople.Bram.Name, (await SlotAsync()).Chosen!.ChosenBy);

        // Nobody asks for it: the server says that something came.
        await PutAsync("Geen huurder", "Nieuw.", FixedTime.Start.AddDays(1));
        await Waiting.ForAsync("the new text", ComposeAsync, now => Filled(now).Text.Body is "Nieuw.\n", _ => "the old one");
        Assert.NotEqual(reply.Version.Mark, Filled(await ComposeAsync()).Version!.Mark);

        await _wire.DisposeAsync();
        await Waiting.ForAsync(
            "a silent mailbox", () => Desk.RefreshAsync(DemoPeople.Bram, Cancellation), isRead => !isRead, _ => "still read");
        var kept = Filled(await ComposeAsync());
        Assert.Equal("Nieuw.\n", kept.Text.Body);
        Assert.NotNull(kept.Version!.KeptSince);
    }

    [Fact]
    public async Task Page_WhoIsNoSystemManager_IsRefused()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.ReadAsync(DemoPeople.Els, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.RefreshAsync(DemoPeople.Sanne, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Desk.TestAsync(DemoPeople.Els, new MailText("a", "b"), Cancellation));
    }

    [Fact]
    public async Task Test_Mail_GoesToTheMailboxItself()
    {
        Assert.Equal("wonen@thuis.example", (await Desk.ReadAsync(DemoPeople.Bram, Cancellation)).TestAddress);

        Assert.True(await Desk.TestAsync(DemoPeople.Bram, new MailText("Proef", "Tekst.\n"), Cancellation));

        var mail = Assert.Single(Directory.GetFiles(Path.Combine(_app.DataFolder, "mail"), "test-*.eml"));
        Assert.Contains("To: wonen@thuis.example", await File.ReadAllTextAsync(mail, Cancellation), StringComparison.Ordinal);
    }

    private static FilledReply Filled(Reply<FilledReply?> reply) => Assert.IsType<Reply<FilledReply?>.Answered>(reply).Value!;

    private Task<Reply<FilledReply?>> ComposeAsync() => _app.Services.GetRequiredService<IMailbox>().ComposeAsync(
        new TemplateChoice(RefusalGround.NotTenant, false, MailLanguage.Dutch), MailboxBench.FillingFor("J. Slaap"),
        Cancellation);

    private async Task<SlotReport> SlotAsync() =>
        (await Desk.ReadAsync(DemoPeople.Bram, Cancellation)).Slots.Single(one => one.InUse.Slot == Slot);

    private Task KnownAsync(string subject) => Waiting.ForAsync(
        "the templates", async () => (await Desk.ReadAsync(DemoPeople.Bram, Cancellation)).Kept,
        kept => kept?.Called(subject) is not null, kept => $"{kept}");

    private Task PutAsync(string subject, string body, DateTimeOffset? at = null) =>
        server.PutAsync(_person, "Mailsjablonen", $"Subject: {subject}\r\n\r\n{body}\r\n", at: at);
}
