using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivationWizard.App.Cases.Check;
using ActivationWizard.App.Replay;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;

namespace ActivationWizard.Tests.App.Words;

/// <summary>A code of the domain is never what a person reads: it has a word, and no screen shows the code itself.</summary>
public sealed partial class CodesOnScreenTests : Screen
{
    /// <summary>The names of every code, but for those that are a word of the screens as well.</summary>
    private static readonly HashSet<string> Codes =
    [
        .. typeof(Rule).Assembly.GetTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames)
            .Except(Product.Files("ActivationWizard.App", "Text.resx")
                .SelectMany(file => XDocument.Parse(file.Text).Root!.Elements("data"))
                .SelectMany(data => Words(data.Element("value")!.Value)))
            .Where(name => !RowName().IsMatch(name)),
    ];

    [Fact]
    public void RuleValue_OfEveryValueOfEveryFact_HasAWord()
    {
        var values = Combination.All.Where((_, at) => at % 71 is 0).SelectMany(one => one.Values)
            .DistinctBy(one => (one.Key, one.Value))
            .Append(new(FactKind.Account, CustomerMatch.None))
            .Append(new(FactKind.Account, CustomerMatch.Several));

        Assert.All(values, one => Assert.DoesNotContain(RuleValue.Of(one.Key, one.Value.ToString()), Codes));
    }

    [Fact]
    public void Checked_EverySituation_ShowsNoCode() => Assert.All(Situations.All, one =>
        ShowsNoCode(Render<CheckStep>(parameters => parameters.Add(step => step.Case, one.Case)).Markup));

    [Fact]
    public void Replayed_EveryMoment_ShowsNoCode()
    {
        foreach (var entries in new[] { Replays.ByEmail, Replays.WithTrouble, Replays.WithASecondAttempt })
        {
            var session = Replays.Of(entries);
            for (var at = 1; at <= session.Count; at++)
            {
                ShowsNoCode(Render<ReplayView>(parameters => parameters
                    .Add(view => view.Session, session)
                    .Add(view => view.At, at)
                    .Add(view => view.HrefOf, sequence => $"?stap={sequence}")).Markup);
            }
        }
    }

    private static void ShowsNoCode(string markup) =>
        Assert.Empty(Words(Tag().Replace(markup, " ")).Where(Codes.Contains).Distinct());

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex("<style.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}[\p{L}\d]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^D\d\d$")]
    private static partial Regex RowName();
}
