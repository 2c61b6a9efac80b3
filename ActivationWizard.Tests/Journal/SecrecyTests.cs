using System.Text;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteSecrecyTests() : SecrecyTests(JournalProvider.Sqlite, null)
{
    [Fact]
    public async Task Files_OfAJournal_HoldNoPayloadInClear()
    {
        await FinishAsync(Story.Request(remark: Remark));

        Assert.False(IsInAFile(Remark));
        Assert.False(IsInAFile(Story.Email.ToString()));
        // The search itself works: the summary has the name in clear, by design.
        Assert.True(IsInAFile("Anna van der Jansen"));
    }

    [Fact]
    public async Task EraseAsync_AFinishedCase_LeavesNoByteOfItInAnyFile()
    {
        var finished = await FinishAsync(Story.Request("Zachariasse-Uniek"));
        await using var context = Host.Open();
        var keyId = (await context.Summaries.SingleAsync(Cancellation)).KeyId;
        await using var keys = Host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        var wrapped = (await keys.DataKeys.SingleAsync(row => row.Id == keyId, Cancellation)).Wrapped;
        Assert.True(IsInAFile("Zachariasse-Uniek"));
        // What it is found by is not the word.
        Assert.False(IsInAFile(Folding.Of("Zachariasse-Uniek")));
        Assert.True(IsInAFile("Dorpsstraat"));
        Assert.True(IsInAFile(wrapped));

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        Assert.False(IsInAFile("Zachariasse-Uniek"));
        Assert.False(IsInAFile(Folding.Of("Zachariasse-Uniek")));
        Assert.False(IsInAFile("Dorpsstraat"));
        Assert.False(IsInAFile(Folding.Of("Dorpsstraat")));
        Assert.False(IsInAFile(wrapped));
    }

    [Fact]
    public async Task EraseAsync_MailsInFiles_GoAlongAndThoseOfOthersStay()
    {
        var finished = await FinishAsync();
        var mail = Directory.CreateDirectory(Path.Combine(Host.Storage.Folder, "mail"));
        var files = new[]
        {
            $"AW-{finished.Number}-012-K7MPQX-3XT9.eml", $"AW-{finished.Number}-012-K7MPQX-3XT9.2.eml",
            "AW-2026-00099-012-K7MPQX-3XT9.eml",
        };
        foreach (var name in files)
            await File.WriteAllTextAsync(Path.Combine(mail.FullName, name), $"Aan: {Story.Email}", Cancellation);

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);
        Assert.Equal([files[2]], mail.GetFiles().Select(file => file.Name));

        // One that comes back with a folder that is put back goes at the next start.
        await File.WriteAllTextAsync(Path.Combine(mail.FullName, files[0]), "terug", Cancellation);
        await using var again = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.Equal([files[2]], mail.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public void MasterKey_OfADemo_IsForItsOwnerOnly()
    {
        var file = Path.Combine(Host.Storage.Folder, MasterKeySource.DemoFile);

        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(file)).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private bool IsInAFile(string text) => IsInAFile(Encoding.UTF8.GetBytes(text));

    private bool IsInAFile(byte[] bytes) =>
        Directory.GetFiles(Host.Storage.Folder).Any(file => ReadShared(file).AsSpan().IndexOf(bytes) >= 0);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

public sealed class PostgresSecrecyTests(PostgresServer postgres) : SecrecyTests(JournalProvider.Postgres, postgres);

public abstract class SecrecyTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    protected const string Remark = "kanarie in de opmerking";

    [Fact]
    public async Task Payloads_OfTheSameEventInTwoCases_ShareNothing()
    {
        await OpenAsync();
        await OpenAsync();

        await using var context = Host.Open();
        var events = await context.Events.ToListAsync(Cancellation);
        Assert.NotEqual(events[0].KeyId, events[1].KeyId);
        Assert.NotEqual(events[0].Payload, events[1].Payload);
        Assert.All(events, row => Assert.True(row.Payload.AsSpan().IndexOf("Jansen"u8) < 0));
    }

    [Fact]
    public async Task Tables_BesideTheSummary_HoldNoTenant()
    {
        var finished = await FinishAsync();
        await Host.Leases.AcquireAsync(TenantKeys.Of(Story.PartyId), finished.Number, Cancellation);
        await OpenAsync(intakeKey: "anna@voorbeeld.example");

        await using var context = Host.Open();
        Assert.Matches("^[0-9a-f]{64}$", (await context.Leases.SingleAsync(Cancellation)).Tenant);
        Assert.Matches("^[0-9a-f]{64}$", (await context.Intakes.SingleAsync(Cancellation)).Key);
    }

    [Fact]
    public async Task EraseAsync_AFinishedCase_IsUnreadableEverywhereAndItsChainVerifies()
    {
        var finished = await FinishAsync();
        var kept = await FinishAsync(Story.Request("Bram Jansen"));
        // Another instance that knows the case keeps no way in.
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.Equal(13, (await other.Reading.EventsAsync(finished.Number, Cancellation)).Count);

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);
        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        foreach (var host in new[] { Host, other })
        {
            var cause = await Assert.ThrowsAsync<UnreadableCaseException>(() =>
                host.Reading.EventsAsync(finished.Number, Cancellation));
            Assert.Equal((finished.Number, 1, CaseFault.Erased), (cause.Number, cause.Sequence, cause.Reason));
        }

        var summary = (await Host.Queries.FindAsync(finished.Number, DemoPeople.Els, Cancellation))!;
        Assert.Equal(("", "", null), (summary.Name, summary.Address, summary.PartyId));
        Assert.Empty((await Host.Finished.PageAsync(DemoPeople.Els, "Anna", null, 10, Cancellation)).Cases);
        Assert.Equal(
            kept.Number, (await Host.Get<ICodeHistory>().LastCodeSentAsync(TenantKeys.Of(Story.PartyId), Cancellation)).Case);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
        var found = await Host.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((2, 1, 0), (found.Cases, found.Erased, found.Breaks.Count));
        await using (var context = Host.Open())
        {
            Assert.Equal("Asked by the tenant", (await context.Erasures.SingleAsync(Cancellation)).Reason);
            Assert.Equal(
                [CaseKey.Of(kept.Number)],
                await context.WordPseudonyms.Select(row => row.Case).Distinct().ToListAsync(Cancellation));
        }

        Assert.Equal(13, (await Host.Reading.EventsAsync(kept.Number, Cancellation)).Count);
    }

    [Fact]
    public async Task EraseAsync_ACaseThatIsOpen_IsRefused()
    {
        var opened = await OpenAsync();

        await Assert.ThrowsAsync<CaseNotErasableException>(() =>
            Host.Get<CaseErasure>().EraseAsync(opened.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation));

        Assert.Equal(1, (await LoadAsync(opened.Number)).Version);
    }

    [Fact]
    public async Task LastCodeSentAsync_SeveralCases_IsTheLast()
    {
        var history = Host.Get<ICodeHistory>();
        Assert.Equal(new RecentCodeFinding(null, null),
            await history.LastCodeSentAsync(TenantKeys.Of(Story.PartyId), Cancellation));
        await FinishAsync();
        Host.Clock.Advance(TimeSpan.FromDays(2));
        var last = await FinishAsync();
        await OpenAsync();

        Assert.Equal(
            new RecentCodeFinding(Host.Clock.GetUtcNow(), last.Number),
            await history.LastCodeSentAsync(TenantKeys.Of(Story.PartyId), Cancellation));
        Assert.Null((await history.LastCodeSentAsync(TenantKeys.Of("0"), Cancellation)).SentAt);

        // Who looked the tenant up by hand knows the address and no id.
        Assert.Equal(last.Number,
            (await history.LastCodeSentAsync(TenantKeys.Of(TenantKeys.At(Story.Request().Address)), Cancellation)).Case);
        await Host.Get<CaseErasure>().EraseAsync(last.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);
        Assert.NotEqual(last.Number,
            (await history.LastCodeSentAsync(TenantKeys.Of(TenantKeys.At(Story.Request().Address)), Cancellation)).Case);
    }
}
