using System.Text;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteTemplateNotesTests() : TemplateNotesTests(JournalProvider.Sqlite, null);

public sealed class PostgresTemplateNotesTests(
    PostgresServer postgres) : TemplateNotesTests(JournalProvider.Postgres, postgres);

/// <summary>What was read of the Mailsjablonen outlives the mailbox, and says when it was read.</summary>
public abstract class TemplateNotesTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly DateTimeOffset Written = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly FoundTemplate[] Templates =
    [
        new("Geen huurder", "Beste {naam} – één.", Written), new("Te lang", "", Written, TemplateFault.TooLong),
    ];

    private TemplateNotes Notes => Host.Get<TemplateNotes>();

    [Fact]
    public async Task Load_NothingKept_IsNone()
    {
        await Notes.NoteSilenceAsync(FailureReason.Unreachable, Cancellation);

        Assert.Null(await Notes.LoadAsync(Cancellation));
    }

    [Fact]
    public async Task Load_Kept_IsTheLastWithItsMoment()
    {
        await Notes.KeepAsync([], Cancellation);
        await Notes.KeepAsync(Templates, Cancellation);

        var kept = await Notes.LoadAsync(Cancellation);

        Assert.Equal(Templates, kept!.Templates);
        Assert.Null(kept.Silence);
        Assert.Equal(Templates[0], kept.Called(" geen  HUURDER"));
    }

    [Fact]
    public async Task Load_MailboxSilentSince_IsWhatWasReadBefore()
    {
        await Notes.KeepAsync(Templates, Cancellation);
        var before = await Notes.LoadAsync(Cancellation);

        await Notes.NoteSilenceAsync(FailureReason.NotAllowed, Cancellation);
        var silent = await Notes.LoadAsync(Cancellation);
        await Notes.KeepAsync(null, Cancellation);
        var absent = await Notes.LoadAsync(Cancellation);

        Assert.Equal((before!.ReadAt, FailureReason.NotAllowed), (silent!.ReadAt, silent.Silence));
        Assert.Equal(Templates, silent.Templates);
        Assert.Null(absent!.Templates);
        Assert.Null(absent.Silence);
    }

    [Fact]
    public async Task Keep_Templates_AreSealed()
    {
        await Notes.KeepAsync(Templates, Cancellation);

        await using var context = await Host.Get<IDbContextFactory<JournalContext>>().CreateDbContextAsync(Cancellation);
        var row = await context.MailTemplates.SingleAsync(Cancellation);
        Assert.DoesNotContain("huurder", Encoding.UTF8.GetString(row.Sealed), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Choose_AnotherAndNone_SaysWhoAndWhen()
    {
        var slot = new ReplySlot(RefusalGround.NotTenant, MailLanguage.Dutch);
        await Notes.ChooseAsync(DemoPeople.Bram, slot, "Eerst", Cancellation);
        await Notes.ChooseAsync(DemoPeople.Bram, slot, "Geen huurder", Cancellation);

        var chosen = Assert.Single(await Notes.ChoicesAsync(Cancellation));
        Assert.Equal((slot, "Geen huurder", DemoPeople.Bram.Name), (chosen.Slot, chosen.Subject, chosen.ChosenBy));
        Assert.Equal("Geen huurder", await Notes.ChosenAsync(slot, Cancellation));
        Assert.Null(await Notes.ChosenAsync(slot with { Language = MailLanguage.English }, Cancellation));

        await Notes.ChooseAsync(DemoPeople.Bram, slot, null, Cancellation);
        Assert.Empty(await Notes.ChoicesAsync(Cancellation));
    }

    [Fact]
    public async Task Choose_ByWhoIsNoSystemManager_IsRefused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Notes.ChooseAsync(DemoPeople.Els, new(null, MailLanguage.Dutch), "Neutraal", Cancellation));
}
