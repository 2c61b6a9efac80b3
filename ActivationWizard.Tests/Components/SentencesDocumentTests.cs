using System.Globalization;
using System.Text;
using ActivationWizard.App.Cases.Check;
using ActivationWizard.App.Cases.Execute;
using ActivationWizard.App.Cases.Search;
using ActivationWizard.App.Inbox;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Domain;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Systems;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>
/// Every sentence of every situation, drawn by the very steps, in one table for a person to read through and approve: a heading
/// that stands over a sentence about something else is seen there.
/// </summary>
public sealed class SentencesDocumentTests : Screen
{
    private const string Inside =
        "h2, .aw-panel > p, .aw-warning p, .aw-mail dd, .aw-quote, .aw-path li, legend, legend ~ .aw-hint";
    private const string Pressed = "button.aw-action, .aw-actions button";
    private const string Always = ".aw-disclosure, .aw-rules table";

    private static readonly string?[] Statuses =
        ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.2.1", "5.2.2", "5.2.3", "5.4.1", "5.6.0", "5.7.1", null];

    [Theory]
    [InlineData("nl-NL", "nl")]
    [InlineData("en-GB", "en")]
    public async Task Sentences_OfEverySituation_AreAsApproved(string culture, string language)
    {
        using var spoken = new FixedCulture(culture);
        var text = new StringBuilder(
            "# Every sentence in every situation\n\nWritten by a run with APPROVE=1; read it through when it changes.\n\n"
            + "## Controleren\n\n| situation | searched | heading and sentences | answers | buttons |\n"
            + "| --- | --- | --- | --- | --- |\n");
        foreach (var alike in Situations.All.Select(one => (one.Name, Words: Checked(one.Case))).GroupBy(one => one.Words))
            text.Append(CultureInfo.InvariantCulture, $"| {Names(alike.Select(one => one.Name))} | {alike.Key} |\n");

        text.Append("\n## Uitvoeren\n\n| situation | heading and sentences |\n| --- | --- |\n");
        foreach (var (name, activation) in Troubles())
        {
            var drawn = Unfold(Render<ExecuteStep>(parameters => parameters.Add(step => step.Case, activation)));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Lines(drawn.FindAll(".aw-panel > h2, .aw-panel > p"))} |\n");
        }

        text.Append("\n## Klaar\n\n| situation | heading | what happens now |\n| --- | --- | --- |\n");
        foreach (var (name, activation) in await EndingsAsync())
        {
            text.Append(
                CultureInfo.InvariantCulture, $"| {name} | {EndingWords.Title(activation)} | {EndingWords.Next(activation)} |\n");
        }

        AppendOutsideSteps(text);
        WrittenFile.Is($"ActivationWizard.Tests/Approved/Sentences/sentences.{language}.md", text.ToString());
    }

    private void AppendOutsideSteps(StringBuilder text)
    {
        text.Append("\n## Voor mij\n\n| what is told or asked | sentence | buttons |\n| --- | --- | --- |\n");
        foreach (var kind in Enum.GetValues<InboxKind>())
        {
            var item = InboxItem.New(kind, InboxAddress.To(DemoPeople.Sanne), DemoPeople.Tom, FixedTime.Start) with
            {
                Case = CaseNumber.Of(2026, 12),
                Sequence = 3,
            };
            var acts = Render<InboxActs>(parameters => parameters.Add(one => one.Item, item));
            text.Append(
                CultureInfo.InvariantCulture, $"| {kind} | {InboxWords.Sentence(item)} | {Lines(acts.FindAll("button, a"))} |\n");
        }

        text.Append("\n## Aan de telefoon\n\n| no code, because | words to say |\n| --- | --- |\n");
        foreach (var refusal in Enum.GetValues<RefusalGround>().Select(ground => new Ruling.Refuse(ground, Neutral: false)))
            text.Append(CultureInfo.InvariantCulture, $"| {refusal.Ground} | {SayWords.Of(refusal)} |\n");
        text.Append(
            CultureInfo.InvariantCulture, $"| any, neutral | {SayWords.Of(new(RefusalGround.NotTenant, Neutral: true))} |\n");

        text.Append("\n## Niet bezorgd\n\n| what the mail server says | sentence |\n| --- | --- |\n");
        foreach (var status in Statuses)
        {
            var notice = new DeliveryNotice(DeliveryEnd.Failed, null, status, "");
            text.Append(CultureInfo.InvariantCulture, $"| {status ?? "nothing"} | {BounceWords.Why(notice)} |\n");
        }
    }

    // What is the same however many things are otherwise is told once.
    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var usual = all.FirstOrDefault(name => name.EndsWith(": nothing else", StringComparison.Ordinal));
        return usual is null ? string.Join("<br>", all) : usual[..usual.IndexOf(": nothing", StringComparison.Ordinal)];
    }

    private string Checked(ActivationCase activation)
    {
        return activation.State is ActivationState.ChoosingTenant
            ? Told(Unfold(Render<SearchStep>(parameters => parameters.Add(step => step.Case, activation))))
            : Told(Unfold(Render<CheckStep>(parameters => parameters.Add(step => step.Case, activation))));

        string Told<TStep>(IRenderedComponent<TStep> drawn)
            where TStep : IComponent =>
            string.Join(" | ",
                StepWords.Found(activation), Lines(drawn.FindAll(Inside)), Lines(drawn.FindAll(".aw-choice span")),
                Lines(drawn.FindAll(Pressed)));
    }

    private static string Lines(IEnumerable<IElement> found) => string.Join("<br>", found
        .Where(one => one.Closest(Always) is null || one.ClassList.Contains("aw-quote"))
        .Select(one => string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Where(line => line.Length > 0));

    private static IEnumerable<(string, ActivationCase)> Troubles()
    {
        foreach (var why in Enum.GetValues<FailureReason>())
        {
            yield return ($"not done, {why}", StepCases.Accepted(
                StepCases.Activation, new EffectNotDone(EffectKind.ActivateAccount, StepCases.Key(8), why)));
            yield return ($"by hand, {why}", StepCases.Accepted(
                StepCases.Activation, new ManualStepNeeded(EffectKind.ActivateAccount, StepCases.Key(8), why)));
            yield return ($"not known, {why}", StepCases.Accepted(
                StepCases.Activation, new OutcomeUnknown(EffectKind.ActivateAccount, StepCases.Key(8), why)));
        }

        foreach (var name in (string[])["answer lost", "letter by hand", "code asked", "only forward"])
            yield return (name, StepCases.All[name]);
    }

    private static async Task<IReadOnlyList<(string, ActivationCase)>> EndingsAsync()
    {
        var told = new World().UnderBewind();
        var refused = await told.TakenAsync(Sample.Request with { Email = null });
        var closed = new World();
        var taken = await closed.TakenAsync(Sample.Request);
        var active = new World().WithAccount(AccountStatus.Active, Sample.Own);
        var asked = await active.TakenAsync(Sample.Request);
        return
        [
            ("code by e-mail", await SentAsync(new World(), Sample.Request)),
            ("code by letter", await SentAsync(new World(), Sample.Request with { Email = null })),
            ("new code by e-mail", await SentAsync(
                new World().WithAccount(AccountStatus.Active, Sample.Own), Sample.Request with { Kind = CodeKind.New })),
            ("code to the administrator", await AgreedAsync(w => AdministratorTests.VerifiedAsync(w.UnderBewind()))),
            ("refused by e-mail", await SentAsync(new World().UnderBewind(), Sample.Request)),
            ("refused, told", await told.AnsweredAsync(
                refused.Number, new AcceptProposal(World.YesTo(refused) with { ToldBy = Channel.Phone }))),
            ("closed", await closed.AnsweredAsync(taken.Number, new Withdraw("Dubbele aanvraag"))),
            ("not treated as new", await active.AnsweredAsync(asked.Number, new TreatAsNewCode(false))),
        ];
    }

    private static async Task<ActivationCase> SentAsync(World world, ActivationRequest request) =>
        await world.AcceptedAsync(await world.TakenAsync(request));

    private static async Task<ActivationCase> AgreedAsync(Func<World, Task<ActivationCase>> proposed)
    {
        var world = new World();
        return await world.AcceptedAsync(await proposed(world));
    }
}
