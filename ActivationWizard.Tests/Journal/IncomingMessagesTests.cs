using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteIncomingMessagesTests() : IncomingMessagesTests(JournalProvider.Sqlite, null);

public sealed class PostgresIncomingMessagesTests(
    PostgresServer postgres) : IncomingMessagesTests(JournalProvider.Postgres, postgres)
{
    [Fact]
    public async Task Take_OthersPutMessageAndThenPlaceThereFirst_IsTheirsInBothPlaces()
    {
        var (one, other) = (Key("1.1"), Key("1.2"));
        var writer = new OutrunWriter(
            Host.Get<IJournalWriter>(),
            () => Records.TakeAsync(Message("een"), other, Cancellation),
            () => Records.TakeAsync(Message("een"), one, Cancellation));
        var outrun = new MailRecords(
            Host.Get<IDbContextFactory<JournalContext>>(), writer, Host.Get<MessageRows>(), TimeProvider.System);

        Assert.False(await outrun.TakeAsync(Message("een"), one, Cancellation));

        var message = Assert.Single(await OpenAsync());
        Assert.Equal(2, (await Records.PlacesAsync(message.Id, Cancellation)).Count);
    }
}

/// <summary>A message is known once, decided once, and nobody's any more when it is dealt with.</summary>
public abstract class IncomingMessagesTests(JournalProvider provider, PostgresServer? postgres)
    : JournalTests(provider, postgres)
{
    private static readonly MessageHead Head = new("Anna Kanarie", "a.kanarie@mail.example", "Mijn code");

    private IncomingMessages Messages => Host.Get<IncomingMessages>();

    protected MailRecords Records => Host.Get<MailRecords>();

    [Fact]
    public async Task Take_TheSameByTwoAtOnce_IsOneMessageInBothPlaces()
    {
        var (one, other) = (Key("1.1"), Key("1.2"));

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(at => Records.TakeAsync(Message("een"), at % 2 is 0 ? one : other, Cancellation)));

        Assert.Single(taken, isNew => isNew);
        var message = Assert.Single(await OpenAsync());
        Assert.Equal(Head, message.Head);
        Assert.Equal(2, (await Records.PlacesAsync(message.Id, Cancellation)).Count);
        Assert.Equal(2, (await Records.KnownAsync(MailFolderPath.Inbox, [one, other, Key("1.3")], Cancellation)).Count);
        Assert.Empty(await Records.KnownAsync(MailFolderPath.Parse("Elders"), [one], Cancellation));
    }

    [Fact]
    public async Task Decide_TwoAtOnce_OneIsFirstAndNobodyIsLeftOfTheHead()
    {
        await Records.TakeAsync(Message("een"), Key("1.1"), Cancellation);
        var (message, number) = (Assert.Single(await OpenAsync()), (await OpenAsync(null)).Number);

        var decisions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Messages.DecideAsync(
            message.Id, message.Version, MessageState.OfCase, number, null, DemoPeople.Sanne, Cancellation)));

        Assert.Single(decisions, one => one is MessageDecision.Taken);
        Assert.Equal(3, decisions.Count(one => one is MessageDecision.TooLate));
        var decided = await Messages.FindAsync(message.Id, DemoPeople.Els, Cancellation);
        Assert.Null(decided!.Head);
        Assert.Equal(
            (MessageState.OfCase, number, DemoPeople.Sanne.Name), (decided.State, decided.Case, decided.DecidedBy));
        Assert.Empty(await OpenAsync());
        var pending = Assert.Single(await Records.PendingAsync([], 10, Cancellation));
        Assert.Equal(("een@mail.example", MessageFiling.InProgress, true, DemoPeople.Sanne.Id),
            (pending.MessageId, pending.Filing, pending.IsToBeTakenIn, pending.By.Id));
    }

    [Fact]
    public async Task Decide_ACaseThatIsNotThere_IsRefused()
    {
        await Records.TakeAsync(Message("een"), Key("1.1"), Cancellation);
        var message = Assert.Single(await OpenAsync());

        Assert.Equal(
            MessageDecision.NoSuchCase,
            await Messages.DecideAsync(
                message.Id, message.Version, MessageState.OfCase, CaseNumber.Of(2026, 99_999), null, DemoPeople.Sanne,
                Cancellation));

        Assert.Single(await OpenAsync());
    }

    [Fact]
    public async Task Pending_CaseComesToItsEnd_IsToBePutWithThoseThatAreDone()
    {
        var finished = await FinishAsync();
        await Records.TakeAsync(
            Message("een") with { State = MessageState.BecameCase, Case = finished.Number, Head = null }, Key("1.1"),
            Cancellation);

        var pending = Assert.Single(await Records.PendingAsync([], 10, Cancellation));
        Assert.Equal((MessageFiling.Done, false), (pending.Filing, pending.IsToBeTakenIn));
        Assert.Empty(await Records.PendingAsync([pending.Message.Id], 10, Cancellation));

        await Records.FiledAsync(pending.Message.Id, MessageFiling.Done, Cancellation);
        Assert.Empty(await Records.PendingAsync([], 10, Cancellation));

        // It lies where it came again, put there by somebody or by a backup.
        Assert.True(await Records.SawAsync("een", "een@mail.example", Key("2.1"), Cancellation));
        Assert.Equal("een@mail.example", Assert.Single(await Records.PendingAsync([], 10, Cancellation)).MessageId);
    }

    [Fact]
    public async Task Pages_Open_AreWholeAndInOrderOfComing()
    {
        for (var at = 0; at < IncomingMessages.PageSize + 5; at++)
        {
            await Records.TakeAsync(
                Message($"{at}") with { ReceivedAt = FixedTime.Start.AddMinutes(-at) }, Key($"1.{at + 1}"), Cancellation);
        }

        var (first, last, beyond) = (await PageAsync(1), await PageAsync(2), await PageAsync(9));

        Assert.Equal((IncomingMessages.PageSize + 5, 5, 2), (first.Count, last.Messages.Count, beyond.Page));
        var all = first.Messages.Concat(last.Messages).ToList();
        Assert.Equal(all.OrderBy(one => one.ReceivedAt).Select(one => one.Id), all.Select(one => one.Id));
        Assert.Equal(all.Count, all.DistinctBy(one => one.Id).Count());
    }

    [Fact]
    public async Task Retention_PastItsTerm_ForgetsWhatWaitsForNobody()
    {
        await Records.TakeAsync(Message("open"), Key("1.1"), Cancellation);
        await Records.TakeAsync(Skipped("skipped"), Key("1.2"), Cancellation);
        await Records.TakeAsync(
            Message("done") with { State = MessageState.BecameCase, Case = (await FinishAsync()).Number }, Key("1.3"),
            Cancellation);
        await Records.FiledAsync(
            Assert.Single(await Records.PendingAsync([], 10, Cancellation)).Message.Id, MessageFiling.Done, Cancellation);
        Assert.Equal(Head, Assert.Single(await SkippedAsync()).Head);

        Host.Clock.Advance(TimeSpan.FromDays(15));
        await Host.Get<RetentionRound>().RunAsync(again: true, Cancellation);
        await using var journal = Host.Open();
        Assert.Equal(
            1, await journal.IncomingMessages.CountAsync(row => row.Sealed != null || row.Sender != null, Cancellation));
        Assert.Empty(await SkippedAsync());

        Host.Clock.Advance(TimeSpan.FromDays(366));
        await Host.Get<RetentionRound>().RunAsync(again: true, Cancellation);
        Assert.Equal(nameof(MessageState.Open), (await journal.IncomingMessages.SingleAsync(Cancellation)).State);
        Assert.Equal("1.1", (await journal.MessagePlaces.SingleAsync(Cancellation)).Key);
    }

    [Fact]
    public async Task Verify_MeddledWith_NamesTheMessage()
    {
        await Records.TakeAsync(Message("een"), Key("1.1"), Cancellation);
        await Records.TakeAsync(Message("twee"), Key("1.2"), Cancellation);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
        var messages = await OpenAsync();

        // The sender of one is put on another, and one is of a case that is not there.
        await Host.MeddleAsync("""
            UPDATE "IncomingMessages" SET "Sealed" = (SELECT "Sealed" FROM "IncomingMessages" WHERE "Identity" = 'een')
            """);
        await Host.MeddleAsync("""
            UPDATE "IncomingMessages" SET "Case" = 20260099999 WHERE "Identity" = 'een'
            """);

        Assert.Equal(
            messages.Select(one => new RecordBreak(null, RecordFault.MessageChanged, $"{one.Id}")).Order(Comparer()),
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside.Order(Comparer()));

        static Comparer<RecordBreak> Comparer() =>
            System.Collections.Generic.Comparer<RecordBreak>.Create(
                (one, other) => string.CompareOrdinal(one.Where, other.Where));
    }

    [Fact]
    public async Task Rotation_AnotherMasterKey_OpensWhatTheOneBeforeSealed()
    {
        await Records.TakeAsync(Message("een"), Key("1.1"), Cancellation);
        (string, string) key = ("Journal:MasterKey", FixedKey.Master);
        var before = ("Journal:PreviousMasterKeyFile", Path.Combine(Host.Storage.Folder, MasterKeySource.DemoFile));
        await using (var both = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo, key, before))
            await both.Get<KeyRotation>().RunAsync(100, () => Task.CompletedTask, Cancellation);

        await using var later = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo, key);

        var page = await later.Get<IncomingMessages>().OpenAsync(1, DemoPeople.Sanne, Cancellation);
        Assert.Equal(Head, Assert.Single(page.Messages).Head);
        Assert.Equal(Records.PseudonymOf("x"), later.Get<MailRecords>().PseudonymOf("x"));
    }

    [Fact]
    public async Task AccessRequest_MessageOfTheTenantsCase_IsInIt()
    {
        var finished = await FinishAsync();
        await Records.TakeAsync(
            Message("een") with { State = MessageState.OfCase, Kind = MessageKind.Reply, Case = finished.Number }, Key("1.1"),
            Cancellation);

        var found = await Host.Get<TenantRecords>().FindAsync(
            new TenantQuestion(finished.Number), DemoPeople.Els, Cancellation);

        var message = Assert.Single(Assert.Single(await found.PageAsync(1, 10, Cancellation)).Messages);
        Assert.Equal((MessageKind.Reply, FixedTime.Start), (message.Kind, message.ReceivedAt));
    }

    [Fact]
    public async Task Database_Message_NamesNobody()
    {
        await Records.TakeAsync(Message("een"), Key("1.1"), Cancellation);

        await using var journal = Host.Open();
        var row = await journal.IncomingMessages.SingleAsync(Cancellation);
        var all = System.Text.Json.JsonSerializer.Serialize(row) + System.Text.Encoding.Latin1.GetString(row.Sealed!);

        Assert.DoesNotContain("anarie", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mail.example", all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Lease_TwoProcesses_OneHasItUntilItIsGone()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        var (one, two) = (Host.Get<MailWorkLease>(), other.Get<MailWorkLease>());

        Assert.True(await one.HoldAsync(Cancellation));
        Assert.False(await two.HoldAsync(Cancellation));
        await two.NoteAsync(MailTrouble.NoFolder, null, Cancellation);
        await one.NoteAsync(null, null, Cancellation);
        Assert.Equal(new MailWorkState(null, null, FixedTime.Start, null), await one.StateAsync(Cancellation));

        await one.YieldAsync();
        Assert.True(await two.HoldAsync(Cancellation));
        other.Clock.Advance(one.Length);
        Host.Clock.Advance(one.Length);
        Assert.True(await one.HoldAsync(Cancellation));
        Assert.False(await two.HoldAsync(Cancellation));
    }

    protected static TakenMessage Message(string identity) => new(
        identity, MessageKind.Free, MessageState.Open, Head, $"{identity}@mail.example", FixedTime.Start);

    protected static MailKey Key(string id) => new(MailFolderPath.Inbox, id);

    private static TakenMessage Skipped(string identity) =>
        Message(identity) with { Kind = MessageKind.Other, State = MessageState.Skipped, Reason = "Spam" };

    protected async Task<IReadOnlyList<StoredMessage>> OpenAsync() => (await PageAsync(1)).Messages;

    private Task<MessagePage> PageAsync(int page) => Messages.OpenAsync(page, DemoPeople.Sanne, Cancellation);

    private Task<IReadOnlyList<StoredMessage>> SkippedAsync() => Messages.SkippedAsync(DemoPeople.Sanne, Cancellation);
}
