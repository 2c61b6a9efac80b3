using System.Text;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteDraftTests() : DraftTests(JournalProvider.Sqlite, null);

public sealed class PostgresDraftTests(PostgresServer postgres) : DraftTests(JournalProvider.Postgres, postgres);

/// <summary>What was filled in and not sent: whose it is, what it belongs to, and when it is gone.</summary>
public abstract class DraftTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private const string Field = "reden-sluiten";

    private CaseDrafts Drafts => Host.Get<CaseDrafts>();

    [Fact]
    public async Task KeepAsync_FieldByField_GivesThemBackTogetherAndTheLastOfEach()
    {
        var taken = await TakenAsync();

        Assert.NotNull(await KeepAsync(taken, (Field, "de huur"), ("oud-account", "true")));
        Host.Clock.Advance(TimeSpan.FromMinutes(3));
        var kept = await KeepAsync(taken, (Field, "de huurder belde"));

        var draft = await Drafts.OfAsync(taken.Number, taken.Question, DemoPeople.Sanne, Cancellation);
        Assert.Equal(("de huurder belde", "true"), (draft.Fields[Field], draft.Fields["oud-account"]));
        Assert.Equal((Host.Clock.GetUtcNow(), kept), (draft.KeptAt!.Value, draft.KeptAt));
    }

    [Fact]
    public async Task KeepAsync_ByTwoInstancesAtOnce_KeepsIt()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        for (var time = 0; time < 10; time++)
        {
            var taken = await TakenAsync();

            var kept = await Task.WhenAll(((JournalHost[])[Host, other, Host, other]).Select(host => Task.Run(
                () => host.Get<CaseDrafts>().KeepAsync(
                    taken.Number, taken.Question, Filled("de huur"), DemoPeople.Sanne, Cancellation))));

            Assert.DoesNotContain(null, kept);
            var draft = await Drafts.OfAsync(taken.Number, taken.Question, DemoPeople.Sanne, Cancellation);
            Assert.Equal("de huur", draft.Fields[Field]);
        }
    }

    [Fact]
    public async Task OfAsync_AnotherPersonOrQuestionOrCase_IsNothing()
    {
        var (taken, other) = (await TakenAsync(), await TakenAsync());
        await KeepAsync(taken, (Field, "van Sanne"));

        Assert.Empty((await Drafts.OfAsync(taken.Number, taken.Question, DemoPeople.Els, Cancellation)).Fields);
        Assert.Empty((await Drafts.OfAsync(taken.Number, taken.Question + 1, DemoPeople.Sanne, Cancellation)).Fields);
        Assert.Empty((await Drafts.OfAsync(other.Number, other.Question, DemoPeople.Sanne, Cancellation)).Fields);
    }

    [Fact]
    public async Task OfAsync_CaseWasHandedOver_IsNothingForWhoHadIt()
    {
        var taken = await TakenAsync();
        await KeepAsync(taken, (Field, "van Sanne"));
        await AppendAsync(taken, DemoPeople.Els, new CaseHandedOver(DemoPeople.Tom));

        Assert.Empty((await Drafts.OfAsync(taken.Number, taken.Question, DemoPeople.Sanne, Cancellation)).Fields);
    }

    [Fact]
    public async Task KeepAsync_LateForAnEarlierQuestion_ChangesNothing()
    {
        var taken = await TakenAsync();
        await KeepAsync(taken, ("oud-account", "true"));
        var next = await AppendAsync(taken, Actor.Wizard, new FactsGathered(Story.Facts));
        Assert.NotEqual(taken.Question, next.Question);
        await KeepAsync(next, (Field, "nieuw"));

        Assert.Null(await KeepAsync(taken, ("oud-account", "true")));

        var draft = await Drafts.OfAsync(taken.Number, next.Question, DemoPeople.Sanne, Cancellation);
        Assert.Equal([Field], draft.Fields.Keys);
        await using var context = Host.Open();
        Assert.Equal(1, await context.Drafts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task KeepAsync_ByWhoMayNotAnswer_IsNotKept()
    {
        var (taken, open) = (await TakenAsync(), await OpenAsync());

        Assert.Null(await KeepAsync(taken, DemoPeople.Tom));
        Assert.Null(await KeepAsync(taken, DemoPeople.Bram));
        Assert.Null(await KeepAsync(open, DemoPeople.Sanne));
        Assert.NotNull(await KeepAsync(taken, DemoPeople.Els));
        Assert.Null(await Drafts.KeepAsync(CaseNumber.Of(2026, 99), 1, Filled("x"), DemoPeople.Sanne, Cancellation));
        Assert.Null(await Drafts.KeepAsync(taken.Number, taken.Version + 1, Filled("x"), DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task KeepAsync_TooMuch_IsNotKept()
    {
        var taken = await TakenAsync();
        var many = Enumerable.Range(0, CaseDrafts.MostFields + 1).ToDictionary(at => $"veld{at}", _ => "");

        Assert.Null(await Drafts.KeepAsync(taken.Number, taken.Question, many, DemoPeople.Sanne, Cancellation));
        Assert.Null(await Drafts.KeepAsync(
            taken.Number, taken.Question, Filled(new string('x', CaseDrafts.LongestField + 1)), DemoPeople.Sanne, Cancellation));
        Assert.NotNull(await KeepAsync(taken, (Field, "\0Bcc: x\r\n<script>\ud800")));
    }

    [Fact]
    public async Task Rows_HoldNothingToRead()
    {
        var taken = await TakenAsync();
        await KeepAsync(taken, (Field, "KANARIE-TEKST"));

        await using var context = Host.Open();
        var row = await context.Drafts.SingleAsync(Cancellation);
        Assert.True(row.Payload.AsSpan().IndexOf("KANARIE"u8) < 0);
        Assert.Equal((Field, DemoPeople.Sanne.Id), (row.Field, row.PersonId));

        // In another place it opens for nobody.
        await context.Drafts.ExecuteUpdateAsync(set => set.SetProperty(one => one.Field, "gezien-reden"), Cancellation);
        Assert.Empty((await Drafts.OfAsync(taken.Number, taken.Question, DemoPeople.Sanne, Cancellation)).Fields);
    }

    [Fact]
    public async Task CaseIsOver_ItsDraftsAreGoneAndNoneComes()
    {
        var taken = await TakenAsync();
        var kept = await TakenAsync();
        await KeepAsync(taken, (Field, "weg"));
        await KeepAsync(kept, (Field, "blijft"));

        var over = await AppendAsync(taken, DemoPeople.Sanne, new CaseWithdrawn("dubbel"));

        Assert.Null(await KeepAsync(over, (Field, "te laat")));
        await using var context = Host.Open();
        Assert.Equal("blijft",
            Assert.Single((await Drafts.OfAsync(kept.Number, kept.Question, DemoPeople.Sanne, Cancellation)).Fields).Value);
        Assert.Equal(1, await context.Drafts.CountAsync(Cancellation));
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task EraseAsync_LeavesNoDraft_AndTheChainVerifies()
    {
        var finished = await FinishAsync();
        await using (var context = Host.Open())
        {
            // As one that came in at the very moment at which the case was over.
            context.Add(new ActivationWizard.App.Journal.Storage.DraftRow
            {
                Case = ActivationWizard.App.Journal.Storage.CaseKey.Of(finished.Number),
                PersonId = DemoPeople.Sanne.Id,
                Field = Field,
                Payload = Encoding.UTF8.GetBytes("laat"),
            });
            await context.SaveChangesAsync(Cancellation);
        }

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        await using var after = Host.Open();
        Assert.False(await after.Drafts.AnyAsync(Cancellation));
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task KeepAsync_TwoTabsAtOnce_KeepsBoth()
    {
        var taken = await TakenAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async at =>
        {
            await Task.Yield();
            Assert.NotNull(await KeepAsync(taken, ($"pad-{at}", "true")));
        }));

        Assert.Equal(8, (await Drafts.OfAsync(taken.Number, taken.Question, DemoPeople.Sanne, Cancellation)).Fields.Count);
    }

    private async Task<ActivationCase> TakenAsync() => await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());

    private static Dictionary<string, string> Filled(string text) => new() { [Field] = text };

    private Task<DateTimeOffset?> KeepAsync(ActivationCase activation, Actor actor) =>
        Drafts.KeepAsync(activation.Number, activation.Question, Filled("x"), actor, Cancellation);

    private Task<DateTimeOffset?> KeepAsync(ActivationCase activation, params (string Field, string Text)[] fields) =>
        Drafts.KeepAsync(
            activation.Number, activation.Question, fields.ToDictionary(one => one.Field, one => one.Text), DemoPeople.Sanne,
            Cancellation);
}
