using System.Text;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteUnreadableTests() : UnreadableTests(JournalProvider.Sqlite, null);

public sealed class PostgresUnreadableTests(PostgresServer postgres) : UnreadableTests(JournalProvider.Postgres, postgres);

/// <summary>
/// Events that another version of the app wrote, rightly sealed, and that this one cannot read: one case stops, the others go
/// on.
/// </summary>
public abstract class UnreadableTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Theory]
    [InlineData("case-dreamt", 1, "{}", CaseFault.UnknownKind)]
    [InlineData("case-taken", 2, "{}", CaseFault.UnknownKind)]
    [InlineData("case-taken", 1, "{\"mood\":\"good\"}", CaseFault.UnreadablePayload)]
    [InlineData("case-taken", 1, "not json", CaseFault.UnreadablePayload)]
    [InlineData("sent-by-email", 1, "{}", CaseFault.IllegalEvent)]
    public async Task ReadAsync_AnEventItCannotRead_StopsThatCaseOnly(
        string kind, int schemaVersion, string json, CaseFault expected)
    {
        var (opened, other) = (await OpenAsync(), await OpenAsync(Story.Request("Bram Jansen")));
        await WriteAsOtherVersionAsync(opened, kind, schemaVersion, json);

        var cause =
            await Assert.ThrowsAsync<UnreadableCaseException>(() => Host.Reading.EventsAsync(opened.Number, Cancellation));
        Assert.Equal((opened.Number, 2, expected), (cause.Number, cause.Sequence, cause.Reason));
        var raw = await Host.Reading.ReadAsync(opened.Number, Cancellation);
        Assert.Equal(new JournalBreak(opened.Number, 2, expected), raw.Break);
        Assert.Equal(1, Assert.Single(raw.Entries).Sequence);

        Assert.Equal("Bram Jansen", (await LoadAsync(other.Number)).Request.Name);
        Assert.Equal(2, (await Host.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All, Cancellation)).Count);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
        var found = await Host.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((2, 3L, 0), (found.Cases, found.Events, found.Erased));
        Assert.Equal([new JournalBreak(opened.Number, 2, expected)], found.Breaks);
    }

    [Fact]
    public async Task ReadAsync_KeyGone_SaysSoAndAppendsNothing()
    {
        var opened = await OpenAsync();
        await using (var context = Host.Open())
        {
            var key = (await context.Summaries.SingleAsync(Cancellation)).KeyId;
            await OpenAsync();
            await Host.Get<ErasedKeys>().DeleteAsync([key], [], Cancellation);
        }

        Assert.Equal(CaseFault.KeyMissing, (await Host.Reading.ReadAsync(opened.Number, Cancellation)).Break!.What);
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        var cause = await Assert.ThrowsAsync<UnreadableCaseException>(() =>
            other.Journal.AppendAsync(opened, [new CaseTaken()], DemoPeople.Sanne, null, Cancellation));
        Assert.Equal(CaseFault.KeyMissing, cause.Reason);
        var found = await Host.Verification.CheckAllAsync(Cancellation);
        Assert.Equal([new JournalBreak(opened.Number, 1, CaseFault.KeyMissing)], found.Breaks);
    }

    [Fact]
    public async Task WorkListAsync_ASummaryItCannotRead_IsLeftOut()
    {
        var (odd, other) = (await OpenAsync(), await OpenAsync());
        await Host.MeddleAsync($"UPDATE \"Summaries\" SET \"State\" = 'Dreaming' WHERE \"Case\" = {CaseKey.Of(odd.Number)}");

        var listed = await Host.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All, Cancellation);
        Assert.Equal(other.Number, Assert.Single(listed).Number);
        Assert.Null(await Host.Queries.FindAsync(odd.Number, DemoPeople.Sanne, Cancellation));
        Assert.Equal(1, (await LoadAsync(odd.Number)).Version);
    }

    private async Task WriteAsOtherVersionAsync(ActivationCase activation, string kind, int schemaVersion, string json)
    {
        var (chain, key) = (Host.Get<HashChain>(), CaseKey.Of(activation.Number));
        await using var context = Host.Open();
        var last = await context.Events.SingleAsync(row => row.Case == key, Cancellation);
        var dataKey = (await Host.Get<CaseKeys>().FindAsync(last.KeyId, Cancellation))!;
        // What a payload is bound to: case, sequence and kind, as the journal writes them.
        byte[] place = [.. BitConverter.GetBytes(key).Reverse(), 0, 0, 0, 2, .. Encoding.UTF8.GetBytes(kind)];
        var row = new EventRow
        {
            Case = key,
            Sequence = 2,
            Kind = kind,
            SchemaVersion = schemaVersion,
            ActorId = DemoPeople.Sanne.Id,
            ActorName = DemoPeople.Sanne.Name,
            ActorRole = "Employee",
            Instance = "newer/1",
            At = last.At,
            Payload = SealedBox.Close(dataKey.Bytes, Encoding.UTF8.GetBytes(json), place),
            KeyId = last.KeyId,
            PreviousHash = last.Hash,
        };
        row.Hash = chain.HashOf(row);
        context.Add(row);
        await context.SaveChangesAsync(Cancellation);
        var seal = chain.SealOf(key, 2, row.Hash);
        await context.Summaries.Where(one => one.Case == key).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Version, 2)
                .SetProperty(one => one.HeadHash, row.Hash)
                .SetProperty(one => one.HeadSeal, seal),
            Cancellation);
    }
}
