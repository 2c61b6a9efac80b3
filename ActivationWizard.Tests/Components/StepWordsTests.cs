using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>Every code of the domain has a word: one that has none throws.</summary>
public sealed class StepWordsTests
{
    public static TheoryData<string> Said { get; } =
    [
        .. Enum.GetValues<FactKind>().Select(StepWords.Of),
        .. Enum.GetValues<Source>().Select(StepWords.Of),
        .. Enum.GetValues<FailureReason>().Select(StepWords.Of),
        .. Enum.GetValues<EffectKind>().Select(StepWords.Of),
        .. Enum.GetValues<EffectStatus>().Select(StepWords.Of),
        .. Enum.GetValues<ForeignSystem>().Select(StepWords.Of),
        .. Enum.GetValues<RefusalGround>().Select(StepWords.Of),
        .. Enum.GetValues<Scenario>().Select(StepWords.Of),
        .. Enum.GetValues<Obstacle>().Select(StepWords.Of),
        .. Enum.GetValues<WizardStep>().Select(StepWords.Of),
        .. Enum.GetValues<EffectKind>()
            .SelectMany(effect => Enum.GetValues<Route>().SelectMany(route => StepWords.PathOf(effect, route))),
        .. Values<PersonMatch>(), .. Values<TenancyStatus>(), .. Values<ProtectionStatus>(), .. Values<AdministratorStatus>(),
        .. Values<ContactsStatus>(), .. Values<ArrangementStatus>(), .. Values<AccountStatus>(), .. Values<CustomerMatch>(),
        .. Values<EmailComparison>(), .. Values<AddressStatus>(), .. Values<Requester>(), .. Values<CodeKind>(),
        .. Values<Channel>(),
        .. Values<IdentityProof>(), .. Values<ArrangementPolicy>(),
        .. Enum.GetValues<FactKind>()
            .SelectMany(fact => HandFacts.AnswersTo(fact).Select(answer => HandWords.Answer(fact, answer, CaseFacts.None))),
        .. Enum.GetValues<Row>().Select(VerdictWords.Meaning),
        .. Enum.GetValues<Section>().Select(section => VerdictWords.Quote(
            StepCases.All["opened"], AnyVerdict with { Row = Row.D07, Section = section, Missing = null })),
        .. Enum.GetValues<RuleResult>().Select(VerdictWords.Result),
        .. Enum.GetValues<HoldReason>().SelectMany(reason => new[]
        {
            VerdictWords.HoldTitle(reason, AnyVerdict, CaseFacts.None), VerdictWords.HoldHelp(reason, AnyVerdict, CaseFacts.None),
        }),
        .. Enum.GetValues<Row>().Select(row => VerdictWords.Why(StepCases.All["opened"], AnyVerdict with { Row = row })),
        .. Enum.GetValues<Route>()
            .SelectMany(route => new[] { VerdictWords.Button(AnyProposal(route)), VerdictWords.Proposed(AnyProposal(route)) }),
    ];

    private static Verdict AnyVerdict =>
        new(Row.D02, Section.OurChoice, new Ruling.AskTreatAsNewCode(), [], "1.0", FactKind.Tenancy);

    [Theory]
    [MemberData(nameof(Said))]
    public void Word_OfEveryCode_IsThere(string word) =>
        Assert.False(string.IsNullOrWhiteSpace(word) || word.Contains("{0}", StringComparison.Ordinal));

    [Theory]
    [InlineData(EmailComparison.NoneOnRequest)]
    [InlineData(EmailComparison.NoneKnown)]
    [InlineData(EmailComparison.Mismatch)]
    [InlineData(EmailComparison.PortalDiffers)]
    public void WhyALetter_OfEveryComparison_IsSaid(EmailComparison comparison) =>
        Assert.False(string.IsNullOrEmpty(VerdictsText.ResourceManager.GetString($"WhyD25{comparison}", null)));

    private static IEnumerable<string> Values<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => StepWords.Of(value));

    private static Proposal AnyProposal(Route route) => new(route, null, null, ["A. Jansen", "Dorpsstraat 1"], []);
}
