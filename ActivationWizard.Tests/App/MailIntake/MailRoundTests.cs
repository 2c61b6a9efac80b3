using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>A message is taken in once, whatever dies and whatever happens to the mailbox meanwhile.</summary>
public sealed class MailRoundTests(TestApp app, Dovecot server) : IClassFixture<TestApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // More than a message has questions and writes.
    private const int MostCuts = 40;

    [Fact]
    public async Task Form_KilledAtEachQuestionAndWrite_OpensOneCaseAndIsPutAway()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var isOver = false;
        for (var at = 1; !isOver; at++)
        {
            Assert.InRange(at, 1, MostCuts);
            foreach (var isAfter in new[] { false, true })
            {
                var letter = MailRoundBench.Form($"cut-{at}-{isAfter}");
                var before = await bench.CasesAsync();
                await bench.PutAsync(letter);
                using var cut = new MailCut(at, isAfter);

                await bench.RunAsync(cut);
                Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());

                isOver = !cut.IsReached;
                var row = await bench.RowAsync(letter);
                Assert.Equal((nameof(MessageState.BecameCase), nameof(MessageFiling.InProgress)), (row.State, row.Filing));
                Assert.Equal(before + 1, await bench.CasesAsync());
                Assert.Empty(await bench.InAsync(bench.Options.Folder));
                Assert.Single(await bench.InAsync(bench.Options.InProgress), $"cut-{at}-{isAfter}@mail.example");
            }
        }
    }

    [Fact]
    public async Task Finished_KilledAtEachQuestionAndWrite_IsWithThoseThatAreDone()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var isOver = false;
        for (var at = 1; !isOver; at++)
        {
            Assert.InRange(at, 1, MostCuts);
            foreach (var isAfter in new[] { false, true })
            {
                var letter = MailRoundBench.Form($"end-{at}-{isAfter}");
                await bench.PutAsync(letter);
                await bench.RunAsync();
                await bench.EndAsync(await bench.CaseOfAsync(letter));
                using var cut = new MailCut(at, isAfter);

                await bench.RunAsync(cut);
                await bench.RunAsync();

                isOver = !cut.IsReached;
                var row = await bench.RowAsync(letter);
                Assert.Equal(nameof(MessageFiling.Done), row.Filing);
                Assert.Null(row.Sealed);
                Assert.Empty(await bench.InAsync(bench.Options.InProgress));
                Assert.Single(await bench.InAsync(bench.Options.Done), $"end-{at}-{isAfter}@mail.example");
            }
        }
    }

    [Fact]
    public async Task Request_ByMail_HasTheMailAndWhenItCame()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var letter = MailRoundBench.Form("thread").And("References", "<een@mail.example> <twee@mail.example>");
        await bench.DeliverAsync(letter.ToBytes());

        await bench.RunAsync();

        var request = (await app.CaseAsync(await bench.CaseOfAsync(letter))).Request;
        Assert.Equal(Channel.Mailbox, request.Channel);
        Assert.Equal(
            new MailOrigin(
                "<thread@mail.example>", ["<een@mail.example>", "<twee@mail.example>"], "Aanvraag activatiecode (nr. 812)"),
            request.Mail);
    }

    [Fact]
    public async Task Two_AtOnce_OpenEachOnce()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var letters = Enumerable.Range(0, 8).Select(each => MailRoundBench.Form($"both-{each}")).ToList();
        await bench.DeliverAsync([.. letters.Select(letter => letter.ToBytes())]);
        var before = await bench.CasesAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bench.RunAsync()));
        await bench.RunAsync();

        Assert.Equal(before + letters.Count, await bench.CasesAsync());
        Assert.Equal(letters.Count, (await bench.InAsync(bench.Options.InProgress)).Distinct().Count());
        Assert.Empty(await bench.InAsync(bench.Options.Folder));
    }

    [Fact]
    public async Task Mailbox_PutBack_OpensNothingTwice()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var (form, free) = (MailRoundBench.Form("backup-form"), MailRoundBench.Free("backup-free"));
        await bench.PutAsync(form);
        await bench.PutAsync(free);
        await bench.RunAsync();
        var (cases, open) = (await bench.CasesAsync(), await bench.RowAsync(free));

        // The form's mail is in both folders now, and everything has another number.
        await bench.PutAsync(form);
        await bench.RenumberAsync(bench.Options.Folder);
        await bench.RenumberAsync(bench.Options.InProgress);
        Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());

        Assert.Equal(cases, await bench.CasesAsync());
        Assert.Equal(["backup-free@mail.example"], await bench.InAsync(bench.Options.Folder));
        Assert.All(await bench.InAsync(bench.Options.InProgress), id => Assert.Equal("backup-form@mail.example", id));
        Assert.Equal((open.Id, nameof(MessageState.Open)), ((await bench.RowAsync(free)).Id, (await bench.RowAsync(free)).State));
        Assert.IsType<MessageOpening.Opened>(
            await bench.Desk().ReadAsync(open.Id, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task Folder_OfOpenCasesRenumbered_IsFoundByItsMessageId()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var letter = MailRoundBench.Form("renumbered");
        await bench.PutAsync(letter);
        await bench.RunAsync();
        await bench.RenumberAsync(bench.Options.InProgress);
        // Whoever wrote another message can give it the same Message-ID.
        await bench.PutAsync(MailRoundBench.Free("renumbered"), bench.Options.InProgress);

        await bench.EndAsync(await bench.CaseOfAsync(letter));
        await bench.RunAsync();

        Assert.Equal(nameof(MessageFiling.Done), (await bench.RowAsync(letter)).Filing);
        Assert.Single(await bench.InAsync(bench.Options.Done));
        Assert.Single(await bench.InAsync(bench.Options.InProgress));
    }

    [Fact]
    public async Task Message_MovedWithoutItsBeingWrittenDown_IsReadWhereItLies()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var letter = MailRoundBench.Free("moved-meanwhile");
        await bench.PutAsync(letter);
        await bench.RunAsync();
        await bench.Store.MoveAsync(
            (await bench.HeadsAsync(bench.Options.Folder)).Single().Key, bench.Options.InProgress, Cancellation);

        Assert.IsType<MessageOpening.Opened>(
            await bench.Desk().ReadAsync((await bench.RowAsync(letter)).Id, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task Message_CleanedByHand_IsLostAndTheOthersGoOn()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var (gone, other) = (MailRoundBench.Form("cleaned"), MailRoundBench.Form("not-cleaned"));
        await bench.PutAsync(gone);
        await bench.RunAsync();
        await bench.Store.MoveAsync(
            (await bench.HeadsAsync(bench.Options.InProgress))[0].Key, MailFolderPath.Parse("Elders"),
            Cancellation);
        await bench.EndAsync(await bench.CaseOfAsync(gone));
        await bench.PutAsync(other);

        Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());

        Assert.Equal(nameof(MessageFiling.Lost), (await bench.RowAsync(gone)).Filing);
        Assert.Equal(nameof(MessageFiling.InProgress), (await bench.RowAsync(other)).Filing);
    }

    [Fact]
    public async Task Message_WithTheMessageIdOfAnother_IsAMessageOfItsOwn()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var (first, forged) = (MailRoundBench.Form("same"), MailRoundBench.Form("same").Saying("Naam: B. Slaap\r\n"));
        await bench.PutAsync(first);
        await bench.PutAsync(first);
        await bench.PutAsync(forged);

        await bench.RunAsync();

        Assert.Equal(nameof(MessageState.BecameCase), (await bench.RowAsync(first)).State);
        // No whole request: a person reads it.
        Assert.Equal(
            (nameof(MessageKind.Form), nameof(MessageState.Open)),
            ((await bench.RowAsync(forged)).Kind, (await bench.RowAsync(forged)).State));
        Assert.Equal(2, (await bench.InAsync(bench.Options.InProgress)).Count);
        Assert.Single(await bench.InAsync(bench.Options.Folder));
    }

    [Fact]
    public async Task Folder_NotThere_WaitsAndLosesNothing()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        Assert.Equal(new RoundEnd(MailTrouble.NoFolder, null), await bench.RunAsync());

        await bench.PutAsync(MailRoundBench.Form("late"));

        Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());
        Assert.Single(await bench.InAsync(bench.Options.InProgress));
    }

    [Fact]
    public async Task Folder_Full_OpensAllCasesAndPutsThemAwayLater()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var letters = Enumerable.Range(0, 5).Select(each => MailRoundBench.Form($"full-{each}")).ToList();
        await bench.DeliverAsync([.. letters.Select(letter => letter.ToBytes())]);
        var full = new DeafStore(bench.Store) { CannotMove = true };
        var round = bench.Round(over: full);

        var end = await round.RunAsync(() => Task.FromResult(true), () => { }, Cancellation);

        Assert.Equal(new RoundEnd(MailTrouble.NotFiled, FailureReason.Nonsense), end);
        foreach (var letter in letters)
            Assert.Equal(nameof(MessageState.BecameCase), (await bench.RowAsync(letter)).State);
        full.CannotMove = false;
        round.TryAgain();
        Assert.Equal(
            new RoundEnd(null, null),
            await round.RunAsync(() => Task.FromResult(true), () => { }, Cancellation));
        Assert.Equal(letters.Count, (await bench.InAsync(bench.Options.InProgress)).Count);
    }

    [Fact]
    public async Task Message_ThatTheServerDoesNotGive_IsSkippedInTheEndAndTheNextIsTaken()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        await bench.DeliverAsync(MailRoundBench.Free("sick").ToBytes());
        var sick = (await bench.HeadsAsync(bench.Options.Folder))[0].Key;
        var round = bench.Round(over: new DeafStore(bench.Store) { CannotRead = key => key == sick });

        // While nothing else is given, the mailbox may be what is wrong.
        for (var times = 0; times < 6; times++)
            await RunAsync();
        await using var context = bench.Open();
        Assert.False(context.MessagePlaces.Any(one => one.Folder == $"{bench.Options.Folder}"));

        for (var times = 0; times < 6; times++)
        {
            await bench.DeliverAsync(MailRoundBench.Free($"well-{times}").ToBytes());
            await RunAsync();
            Assert.Equal(nameof(MessageState.Open), (await bench.RowAsync(MailRoundBench.Free($"well-{times}"))).State);
        }

        var place = context.MessagePlaces.Single(one => one.Folder == $"{bench.Options.Folder}" && one.Key == sick.Id);
        var row = context.IncomingMessages.Single(one => one.Id == place.Message);
        Assert.Equal((nameof(MessageState.Skipped), "ReadingFailed"), (row.State, row.Reason));

        Task RunAsync() => round.RunAsync(() => Task.FromResult(true), () => { }, Cancellation);
    }

    [Theory]
    [InlineData(10)]
    [NightlyData(1)]
    public async Task Hostile_WithAGoodOneBehindEach_AreAllHandled(int eachOf)
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var odd = OddMails.All.Where((_, at) => at % eachOf is 0).Select(one => (one.Name, Source: one.Make())).ToList();
        var messages = odd.Index().SelectMany(one => new[]
        {
            one.Item.Source, MailRoundBench.Form($"behind-{eachOf}-{one.Index}").ToBytes(),
        }).ToList();
        await bench.DeliverAsync(messages);

        Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());

        foreach (var (at, _) in odd.Index())
            Assert.Equal(
                nameof(MessageFiling.InProgress), (await bench.RowAsync(MailRoundBench.Form($"behind-{eachOf}-{at}"))).Filing);
        // Each of the odd ones is known, one that became a case is put away, and every other one lies where it came.
        var heads = await bench.HeadsAsync(bench.Options.Folder);
        Assert.Equal(
            heads.Count,
            (await bench.Records.KnownAsync(
                bench.Options.Folder, heads.Select(head => head.Key), Cancellation)).Count);
        Assert.Equal(messages.Count, heads.Count + (await bench.HeadsAsync(bench.Options.InProgress)).Count);
    }
}
