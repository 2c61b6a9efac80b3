using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Incoming;
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

public sealed class SqliteSendersMessagesTests() : SendersMessagesTests(JournalProvider.Sqlite, null);

public sealed class PostgresSendersMessagesTests(
    PostgresServer postgres) : SendersMessagesTests(JournalProvider.Postgres, postgres);

/// <summary>A message is taken back with whose it is, and found by its sender as long as it is of no case.</summary>
public abstract class SendersMessagesTests(JournalProvider provider, PostgresServer? postgres)
    : JournalTests(provider, postgres)
{
    private static readonly MessageHead Head = new("Anna Kanarie", "a.kanarie@mail.example", "Mijn code");

    private IncomingMessages Messages => Host.Get<IncomingMessages>();

    private MailRecords Records => Host.Get<MailRecords>();

    [Fact]
    public async Task TakeBack_OfADeclinedMessageThatWasPutAway_WaitsAgainWithItsHeadAndIsToBePutBack()
    {
        await Records.TakeAsync(Message("een"), Key("1.1"), Cancellation);
        var message = Assert.Single(await OpenAsync());
        await Messages.DecideAsync(
            message.Id, message.Version, MessageState.NoRequest, null, NoRequestReason.Unwanted, DemoPeople.Tom, Cancellation);
        await Records.FiledAsync(message.Id, MessageFiling.Done, Cancellation);
        var declined = (await Messages.FindAsync(message.Id, DemoPeople.Sanne, Cancellation))!;
        Assert.True(declined.CanBeTakenBack);

        var came = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BackAsync(declined)));

        Assert.Single(came, one => one is MessageDecision.Taken);
        var back = Assert.Single(await OpenAsync());
        Assert.Equal((Head, declined.Reason, DemoPeople.Tom.Name), (back.Head, back.Reason, back.DecidedBy));
        Assert.Equal(
            new TakenBack(MessageState.NoRequest, TakeBackReason.IsRequest, DemoPeople.Sanne.Name, FixedTime.Start),
            back.TakenBack);
        var pending = Assert.Single(await Records.PendingAsync([], 10, Cancellation));
        Assert.Equal((MessageFiling.None, false, "een@mail.example"), (pending.Filing, pending.IsToBeTakenIn, pending.MessageId));

        // Decided before it was put back, it goes to its case as any other, and who took it back is still known.
        var number = (await OpenAsync(null)).Number;
        await Messages.DecideAsync(back.Id, back.Version, MessageState.OfCase, number, null, DemoPeople.Sanne, Cancellation);
        pending = Assert.Single(await Records.PendingAsync([], 10, Cancellation));
        Assert.Equal((MessageFiling.InProgress, true), (pending.Filing, pending.IsToBeTakenIn));
        Assert.Equal(DemoPeople.Sanne.Name, pending.Message.TakenBack?.By);
        Assert.Equal(MessageDecision.TooLate, await BackAsync(pending.Message));
    }

    [Fact]
    public async Task TakeBack_OfASkippedMessage_IsAFreeMailForWhoHandlesMessages()
    {
        await Records.TakeAsync(Skipped("skipped"), Key("1.1"), Cancellation);
        var skipped = Assert.Single(await SkippedAsync());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => BackAsync(skipped, DemoPeople.Els));
        Assert.Equal(MessageDecision.Taken, await BackAsync(skipped));

        var back = Assert.Single(await OpenAsync());
        Assert.Equal((MessageKind.Free, "Spam", MessageState.Skipped), (back.Kind, back.Reason, back.TakenBack!.From));
        Assert.Empty(await Records.PendingAsync([], 10, Cancellation));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task Filed_WhileItIsTakenBack_KeepsWhoseItIs()
    {
        await Records.TakeAsync(Skipped("skipped"), Key("1.1"), Cancellation);
        await BackAsync(Assert.Single(await SkippedAsync()));
        var back = Assert.Single(await OpenAsync());

        // The worker was moving it at that moment.
        await Records.FiledAsync(back.Id, MessageFiling.Done, Cancellation);

        Assert.Equal(Head, Assert.Single(await OpenAsync()).Head);
        Assert.Equal(MessageFiling.None, Assert.Single(await Records.PendingAsync([], 10, Cancellation)).Filing);
    }

    [Fact]
    public async Task AccessRequest_MessagesOfASender_AreThoseOfNoCase()
    {
        var other = await FinishAsync();
        await Records.TakeAsync(Message("open") with { Case = other.Number }, Key("1.1"), Cancellation);
        await Records.TakeAsync(Skipped("skipped"), Key("1.2"), Cancellation);
        await Records.TakeAsync(Message("declined"), Key("1.3"), Cancellation);
        await Records.TakeAsync(Message("of-a-case"), Key("1.4"), Cancellation);
        await Records.TakeAsync(
            Message("another") with { Head = Head with { Address = "b@mail.example" } }, Key("1.5"), Cancellation);
        await DecideAsync("declined", MessageState.NoRequest, null);
        await DecideAsync("of-a-case", MessageState.OfCase, other.Number);
        // Taken in by an earlier version, which knew no pseudonym of a sender.
        await Host.MeddleAsync("""
            UPDATE "IncomingMessages" SET "Sender" = NULL WHERE "Identity" = 'skipped'
            """);

        var found = await Host.Get<TenantRecords>().FindAsync(
            new TenantQuestion(null, Email: Story.Parsed<EmailAddress>("A.Kanarie@mail.example")), DemoPeople.Els, Cancellation);

        Assert.Empty(found.Numbers);
        Assert.Equal(
            [MessageState.Open, MessageState.NoRequest, MessageState.Skipped], found.Messages.Select(one => one.State).Order());
        Assert.All(found.Messages, one => Assert.Null(one.Case));
        var look = await LastAccessAsync();
        Assert.Equal((nameof(AccessKind.AccessRequest), 3), (look.What, look.Found));
    }

    [Fact]
    public async Task AccessRequest_OfATenantByACase_HasWhatCameFromTheTenantsOwnAddress()
    {
        var finished = await FinishAsync();
        await Records.TakeAsync(
            Message("own") with { Head = Head with { Address = $"{Story.Email}" } }, Key("1.1"), Cancellation);
        await Records.TakeAsync(Message("another"), Key("1.2"), Cancellation);

        var found = await Host.Get<TenantRecords>().FindAsync(
            new TenantQuestion(finished.Number), DemoPeople.Els, Cancellation);

        Assert.Equal($"{Story.Email}", Assert.Single(found.Messages).Head?.Address);
    }

    [Fact]
    public async Task Erasure_OfACase_TakesAwayByWhatItsMessagesAreFound()
    {
        var finished = await FinishAsync();
        await Records.TakeAsync(
            Message("een") with { State = MessageState.BecameCase, Case = finished.Number, Head = null }, Key("1.1"),
            Cancellation);

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        await using var journal = Host.Open();
        var row = await journal.IncomingMessages.SingleAsync(Cancellation);
        Assert.Equal((null, null), (row.Sealed, row.Sender));
        // It is put away all the same, from where it lies.
        Assert.Equal(MessageFiling.Done, Assert.Single(await Records.PendingAsync([], 10, Cancellation)).Filing);
    }

    private static TakenMessage Message(string identity) => new(
        identity, MessageKind.Free, MessageState.Open, Head, $"{identity}@mail.example", FixedTime.Start);

    private static TakenMessage Skipped(string identity) =>
        Message(identity) with { Kind = MessageKind.Other, State = MessageState.Skipped, Reason = "Spam" };

    private static MailKey Key(string id) => new(MailFolderPath.Inbox, id);

    private async Task<IReadOnlyList<StoredMessage>> OpenAsync() =>
        (await Messages.OpenAsync(1, DemoPeople.Sanne, Cancellation)).Messages;

    private Task<IReadOnlyList<StoredMessage>> SkippedAsync() => Messages.SkippedAsync(DemoPeople.Sanne, Cancellation);

    private Task<MessageDecision> BackAsync(StoredMessage message, Actor? actor = null) => Messages.TakeBackAsync(
        message.Id, message.Version, TakeBackReason.IsRequest, (Head, "een@mail.example"), actor ?? DemoPeople.Sanne,
        Cancellation);

    private async Task DecideAsync(string identity, MessageState state, CaseNumber? number)
    {
        await using var journal = Host.Open();
        var id = await journal.IncomingMessages.Where(row => row.Identity == identity).Select(row => row.Id)
            .SingleAsync(Cancellation);
        await Messages.DecideAsync(
            id, 0, state, number, number is null ? NoRequestReason.Other : null, DemoPeople.Sanne, Cancellation);
    }

    private async Task<AccessRow> LastAccessAsync()
    {
        await using var journal = Host.Open();
        return await journal.Looks.OrderByDescending(row => row.Number).FirstAsync(Cancellation);
    }
}
