using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteTamperingTests() : TamperingTests(JournalProvider.Sqlite, null);

public sealed class PostgresTamperingTests(PostgresServer postgres) : TamperingTests(JournalProvider.Postgres, postgres);

/// <summary>
/// Whoever can write in the database, and has not the master key, does all of it; each is found, named, and stops that case
/// only.
/// </summary>
public abstract class TamperingTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Theory]
    [InlineData("UPDATE \"Events\" SET \"Kind\" = 'case-withdrawn' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"SchemaVersion\" = 2 WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"ActorId\" = 'tom' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"ActorName\" = 'Tom' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"ActorRole\" = 'TeamLead' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"Instance\" = 'elsewhere/1' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"EffectKey\" = 'AW-2026-00001-003' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"RulesVersion\" = '0.9' WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"Payload\" = \"Hash\" WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"PreviousHash\" = \"Hash\" WHERE \"Sequence\" = 3")]
    [InlineData("UPDATE \"Events\" SET \"Hash\" = \"PreviousHash\" WHERE \"Sequence\" = 3")]
    public async Task VerifyAsync_AColumnChanged_NamesTheEvent(string sql)
    {
        var finished = await FinishAsync();

        await MeddleAsync(sql);

        await AssertBrokenAsync(finished.Number, 3, CaseFault.Changed, readable: 2);
    }

    [Fact]
    public async Task VerifyAsync_AnEventRemoved_IsOutOfOrder()
    {
        var finished = await FinishAsync();

        await MeddleAsync("DELETE FROM \"Events\" WHERE \"Sequence\" = 5");

        await AssertBrokenAsync(finished.Number, 6, CaseFault.OutOfOrder, readable: 4);
    }

    [Fact]
    public async Task VerifyAsync_TwoEventsSwapped_AreFound()
    {
        var finished = await FinishAsync();

        await MeddleAsync("UPDATE \"Events\" SET \"Sequence\" = 99 WHERE \"Sequence\" = 4");
        await MeddleAsync("UPDATE \"Events\" SET \"Sequence\" = 4 WHERE \"Sequence\" = 5");
        await MeddleAsync("UPDATE \"Events\" SET \"Sequence\" = 5 WHERE \"Sequence\" = 99");

        await AssertBrokenAsync(finished.Number, 4, CaseFault.Changed, readable: 3);
    }

    [Fact]
    public async Task VerifyAsync_TheLastEventsCutOff_AreMissed()
    {
        var finished = await FinishAsync();

        await MeddleAsync("DELETE FROM \"Events\" WHERE \"Sequence\" > 9");

        await AssertBrokenAsync(finished.Number, 10, CaseFault.Truncated, readable: 9);
    }

    [Fact]
    public async Task VerifyAsync_CutOffWithTheHeadPutBack_HasNoSeal()
    {
        var finished = await FinishAsync();

        await MeddleAsync("DELETE FROM \"Events\" WHERE \"Sequence\" > 9");
        await MeddleAsync(
            "UPDATE \"Summaries\" SET \"Version\" = 9, \"HeadHash\" = (SELECT \"Hash\" FROM \"Events\" WHERE \"Sequence\" = 9)");

        await AssertBrokenAsync(finished.Number, 0, CaseFault.HeadForged, readable: 9);
        var cut = ActivationCase.Fold((await Host.Reading.ReadAsync(finished.Number, Cancellation)).Entries);
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        await Assert.ThrowsAsync<UnreadableCaseException>(() =>
            other.Journal.AppendAsync(
                cut, [new AccountActivated(FixedEpoch.Key(cut.Number, 9), null, null)], Actor.Wizard, null, Cancellation));
    }

    [Fact]
    public async Task VerifyAsync_AnEventForgedWithAnotherKey_IsFound()
    {
        var opened = await OpenAsync();
        await using (var context = Host.Open())
        {
            var last = await context.Events.SingleAsync(Cancellation);
            var forger = new HashChain(new MasterKey(new byte[MasterKey.Length]));
            var forged = new EventRow
            {
                Case = last.Case,
                Sequence = 2,
                Kind = "case-taken",
                SchemaVersion = 1,
                ActorId = DemoPeople.Tom.Id,
                ActorName = DemoPeople.Tom.Name,
                ActorRole = "Employee",
                Instance = last.Instance,
                At = last.At,
                Payload = last.Payload,
                KeyId = last.KeyId,
                PreviousHash = last.Hash,
            };
            forged.Hash = forger.HashOf(forged);
            context.Add(forged);
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(
            [new JournalBreak(opened.Number, 2, CaseFault.Changed), new JournalBreak(opened.Number, 2, CaseFault.BeyondHead)],
            await Host.Verification.VerifyAsync(opened.Number, Cancellation));
    }

    [Fact]
    public async Task VerifyAllAsync_ACaseCopiedToAnother_IsFoundThere()
    {
        var (one, other) = (await FinishAsync(), await FinishAsync());

        await MeddleAsync($"DELETE FROM \"Events\" WHERE \"Case\" = {CaseKey.Of(other.Number)}");
        await MeddleAsync($"UPDATE \"Events\" SET \"Case\" = {CaseKey.Of(other.Number)}");

        var breaks = await Host.Verification.VerifyAllAsync(Cancellation);
        Assert.Contains(new JournalBreak(other.Number, 1, CaseFault.Changed), breaks);
        Assert.Contains(new JournalBreak(one.Number, 1, CaseFault.Truncated), breaks);
    }

    [Fact]
    public async Task VerifyAllAsync_AWholeCaseRemoved_IsMissed()
    {
        var removed = await FinishAsync();
        await FinishAsync();

        await MeddleAsync($"DELETE FROM \"Events\" WHERE \"Case\" = {CaseKey.Of(removed.Number)}");
        await MeddleAsync($"DELETE FROM \"Summaries\" WHERE \"Case\" = {CaseKey.Of(removed.Number)}");

        Assert.Equal(
            [new JournalBreak(removed.Number, 0, CaseFault.CaseMissing)], await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task VerifyAllAsync_ACaseNumberThatIsNone_IsNamed()
    {
        await FinishAsync();

        await MeddleAsync("UPDATE \"Events\" SET \"Case\" = 7 WHERE \"Sequence\" = 13");

        Assert.Contains(new JournalBreak(null, 0, CaseFault.NoSuchNumber), await Host.Verification.VerifyAllAsync(Cancellation));
    }

    private async Task AssertBrokenAsync(CaseNumber number, int sequence, CaseFault what, int readable)
    {
        Assert.Equal(new JournalBreak(number, sequence, what), (await Host.Verification.VerifyAsync(number, Cancellation))[0]);
        Assert.Contains(new JournalBreak(number, sequence, what), await Host.Verification.VerifyAllAsync(Cancellation));

        var raw = await Host.Reading.ReadAsync(number, Cancellation);
        Assert.Equal((readable, what), (raw.Entries.Count, raw.Break!.What));
        var cause = await Assert.ThrowsAsync<UnreadableCaseException>(() => Host.Reading.EventsAsync(number, Cancellation));
        Assert.Equal(what, cause.Reason);
        var untouched = await FinishAsync(Story.Request("Bram Jansen"));
        Assert.Equal(13, (await Host.Reading.EventsAsync(untouched.Number, Cancellation)).Count);
    }

    private Task MeddleAsync(string sql) => Host.MeddleAsync(sql);
}
