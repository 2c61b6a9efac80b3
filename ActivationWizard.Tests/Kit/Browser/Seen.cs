using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Keyboard;
using ActivationWizard.App.Messages;
using ActivationWizard.App.Overview;
using ActivationWizard.App.Words;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// Selectors of what is on the screen, found as a person finds it: by what it is and what it says, in either language. The words
/// are those of the resources, so that another wording breaks no test.
/// </summary>
internal static partial class Seen
{
    /// <summary>The button that carries out a proposal, whatever it proposes.</summary>
    public static readonly string Accept = Role("button", VerdictsText.ResourceManager, "^Button");

    /// <summary>The same, while it can be pressed.</summary>
    public static readonly string AcceptEnabled = $"{Accept}[disabled=false]";

    /// <summary>The button that takes the request that waited longest, on the work list.</summary>
    public static readonly string Start = Role("button", WorkText.ResourceManager, $"^{nameof(WorkText.Start)}$");

    /// <summary>The button that goes on to the next request, at the end of a case.</summary>
    public static readonly string Next = Role("button", StepsText.ResourceManager, $"^{nameof(StepsText.NextRequest)}$");

    /// <summary>The tick by which an old account may be deleted.</summary>
    public static readonly string OldAccount =
        Role("checkbox", StepsText.ResourceManager, $"^{nameof(StepsText.OldAccountTick)}$");

    /// <summary>The tick by which a recent code may lapse.</summary>
    public static readonly string RecentCode =
        Role("checkbox", StepsText.ResourceManager, $"^{nameof(StepsText.RecentCodeTick)}$");

    /// <summary>The answers to whether the account is blocked.</summary>
    public static readonly string Block = Choices(StepsText.ResourceManager, nameof(StepsText.BlockQuestion));

    /// <summary>The answers to whether addresses are put right in Viewpoint.</summary>
    public static readonly string Correct = Choices(StepsText.ResourceManager, nameof(StepsText.CorrectQuestion));

    /// <summary>The ways to have told a refusal.</summary>
    public static readonly string ToldBy = Choices(StepsText.ResourceManager, nameof(StepsText.ToldByQuestion));

    /// <summary>The ways to have checked who the administrator is.</summary>
    public static readonly string Proof = Choices(VerdictsText.ResourceManager, nameof(VerdictsText.ProofQuestion));

    /// <summary>What became of a case: the panel at its end.</summary>
    public static readonly string Outcome = Role("region", StepsText.ResourceManager, "^Outcome(Sent|Refused|Stopped|Withdrawn)");

    /// <summary>The heading over a step that a person does.</summary>
    public static readonly string ByHand = Heading(StepsText.ResourceManager, nameof(StepsText.ManualHeading));

    /// <summary>The heading over a case that needs a person's look.</summary>
    public static readonly string Attention = Heading(StepsText.ResourceManager, nameof(StepsText.AttentionHeading));

    /// <summary>The heading over a system that gave no answer.</summary>
    public static readonly string NoAnswer = Heading(RecoveryText.ResourceManager, nameof(RecoveryText.WaitHeading));

    /// <summary>The heading over whether this is a request for a new code.</summary>
    public static readonly string NewCodeQuestion = Heading(StepsText.ResourceManager, nameof(StepsText.QuestionTreatAsNew));

    /// <summary>The button that shows a code.</summary>
    public static readonly string ShowCode = Role("button", HandText.ResourceManager, $"^{nameof(HandText.CodeShow)}$");

    /// <summary>The button that copies a shown code.</summary>
    public static readonly string CopyCode =
        Role("group", HandText.ResourceManager, $"^{nameof(HandText.Code)}$")
        + " >> " + Role("button", HandText.ResourceManager, $"^{nameof(HandText.CodeCopy)}$");

    /// <summary>Fields of a request that is typed in.</summary>
    public static readonly string Name = Field(nameof(IntakeText.LabelName));

    /// <inheritdoc cref="Name"/>
    public static readonly string Postcode = Field(nameof(IntakeText.LabelPostcode));

    /// <inheritdoc cref="Name"/>
    public static readonly string HouseNumber = Field(nameof(IntakeText.LabelHouseNumber));

    /// <inheritdoc cref="Name"/>
    public static readonly string Email = Field(nameof(IntakeText.LabelEmail));

    /// <summary>How a request that is typed in came, who asks, and for which code.</summary>
    public static readonly string Channel = Choices(IntakeText.ResourceManager, nameof(IntakeText.LabelChannel));

    /// <inheritdoc cref="Channel"/>
    public static readonly string Requester = Choices(IntakeText.ResourceManager, nameof(IntakeText.LabelRequester));

    /// <inheritdoc cref="Channel"/>
    public static readonly string Kind = Choices(IntakeText.ResourceManager, nameof(IntakeText.LabelKind));

    /// <summary>The field in which is searched for a case or a tenant.</summary>
    public static readonly string Search = Role("searchbox", IntakeText.ResourceManager, $"^{nameof(IntakeText.SearchLabel)}$");

    /// <summary>The button that gives a case to a colleague who asks for it.</summary>
    public static readonly string GiveUp = Role("button", TakeOverText.ResourceManager, $"^{nameof(TakeOverText.GiveUp)}$");

    /// <summary>The ways to have seen what became of an effect.</summary>
    public static readonly string Settle = Choices(StepsText.ResourceManager, nameof(StepsText.SettleLegend));

    /// <summary>What a team lead can decide about an arrangement.</summary>
    public static readonly string Arrangement =
        Choices(VerdictsText.ResourceManager, nameof(VerdictsText.HoldArrangementUnderAdministration));

    /// <summary>The button that records what was looked up by hand.</summary>
    public static readonly string RecordFact = Role("button", StepsText.ResourceManager, $"^{nameof(StepsText.FactRecord)}$");

    /// <summary>The field for a code that somebody read.</summary>
    public static readonly string TypedCode = Role("textbox", HandText.ResourceManager, $"^{nameof(HandText.CodeType)}$");

    /// <summary>The field for the last day on which a code is good.</summary>
    public static readonly string LastDay =
        $"internal:label=/{Said(HandText.ResourceManager, $"^{nameof(HandText.CodeLastDay)}$")}/";

    /// <summary>The window with help and the table of keys.</summary>
    public static readonly string KeySheet = Role("dialog", KeysText.ResourceManager, $"^{nameof(KeysText.Title)}$");

    /// <summary>The window with every button and link of the page by name.</summary>
    public static readonly string Commands = Role("dialog", KeysText.ResourceManager, $"^{nameof(KeysText.Commands)}$");

    /// <summary>The reasons for which a case that is somebody else's can be opened.</summary>
    public static readonly string AccessReasons = Choices(AccessText.ResourceManager, nameof(AccessText.AskLegend));

    /// <summary>The reasons for which a message is no request.</summary>
    public static readonly string NoRequestReasons =
        Choices(MessagesText.ResourceManager, nameof(MessagesText.NoneHeading));

    /// <summary>The button that opens such a case.</summary>
    public static readonly string OpenWithReason = Role("button", AccessText.ResourceManager, $"^{nameof(AccessText.AskOpen)}$");

    /// <summary>The field for why something is so.</summary>
    public static readonly string Reason = Role("textbox", StepsText.ResourceManager, $"^{nameof(StepsText.Reason)}$");

    /// <summary>A code, or the mask over it.</summary>
    public const string Code = "role=code";

    /// <summary>What is said at once, because it went wrong or somebody asks.</summary>
    public const string Alert = "role=alert";

    /// <summary>What is said by the way.</summary>
    public const string Status = "role=status";

    /// <summary>What is wrong with what was filled in, a line each.</summary>
    public const string ErrorLines = "role=alert >> role=listitem";

    /// <summary>The heading of the page.</summary>
    public const string Title = "role=heading[level=1]";

    /// <summary>A table of the page.</summary>
    public const string Table = "role=table";

    /// <summary>The mail as it would go.</summary>
    public const string Mail = "role=article";

    /// <summary>The moment of a replay that is shown, among all of them.</summary>
    public const string Scrubber = "role=slider";

    /// <summary>Blazor's script, for a route; its address has a fingerprint.</summary>
    public const string BlazorScript = "**/blazor.web.*js";

    /// <summary>The menu of whoever is signed in, as yet folded, and the button in it that ends the session.</summary>
    public const string UserMenu = "role=banner >> summary";

    /// <inheritdoc cref="UserMenu"/>
    public static readonly string SignOut = Role("button", ShellText.ResourceManager, $"^{nameof(ShellText.SignOut)}$");

    /// <summary>The line over a case that is on hold.</summary>
    public static readonly string OnHold = Text(VerdictsText.ResourceManager, nameof(VerdictsText.HoldHeading));

    /// <summary>The line that says that somebody looks on at a case that nobody has.</summary>
    public static readonly string LookingOn = Text(StepsText.ResourceManager, nameof(StepsText.ReadOnlyNobody));

    /// <summary>The tenants who fit a request, to choose from.</summary>
    public static readonly string Candidates = Role("list", StepsText.ResourceManager, $"^{nameof(StepsText.CandidatesLegend)}$");

    /// <summary>The line under which every rule is, with its result.</summary>
    public static readonly string Rules = Text(VerdictsText.ResourceManager, nameof(VerdictsText.RulesHeading));

    /// <summary>The line that says that a verdict rests on what an employee looked up.</summary>
    public static readonly string LookedUp = Text(HandText.ResourceManager, nameof(HandText.SeenByEmployee));

    /// <summary>The button that lets the text of a reply be changed, and the field for it.</summary>
    public static readonly string ChangeReply = Role("button", StepsText.ResourceManager, $"^{nameof(StepsText.ReplyEdit)}$");

    /// <inheritdoc cref="ChangeReply"/>
    public static readonly string ReplyBody = Role("textbox", StepsText.ResourceManager, $"^{nameof(StepsText.ReplyBody)}$");

    /// <summary>The disclosure, and the button in it, by which a proposal becomes a refusal.</summary>
    public static readonly string RefuseInstead = Text(StepsText.ResourceManager, nameof(StepsText.RefuseInstead));

    /// <summary>Own cases that wait, on the work list, and the link to those of them that do not fit there.</summary>
    public static readonly string Resume = Role("region", WorkText.ResourceManager, $"^{nameof(WorkText.Resume)}$");

    /// <inheritdoc cref="Resume"/>
    public static readonly string ResumeMore = Role("link", WorkText.ResourceManager, $"^{nameof(WorkText.ResumeMore)}$");

    /// <summary>What a list of requests says that finds none.</summary>
    public static readonly string NoRequests = Text(WorkText.ResourceManager, nameof(WorkText.EmptyFilter));

    /// <summary>What a list of finished cases says that finds none.</summary>
    public static readonly string NoCases = Text(CasesText.ResourceManager, nameof(CasesText.EmptyFound));

    /// <summary>The button that shows a chart as a table.</summary>
    public static readonly string AsTable = Role("button", OverviewText.ResourceManager, $"^{nameof(OverviewText.AsTable)}$");

    /// <summary>The drawing of where the time went.</summary>
    public static readonly string Heat = Heading(OverviewText.ResourceManager, nameof(OverviewText.HeatHeading));

    /// <summary>What stands above the heading of a step.</summary>
    public static string Step(WizardStep step) =>
        $"text=/^(?:{Said(StepsText.ResourceManager, $"^{nameof(StepsText.StepOf)}$")})$/"
            .Replace(".*", $"{(int)step}", StringComparison.Ordinal);

    private static string Text(ResourceManager words, string key) => $"text=/{Said(words, $"^{key}$")}/";

    private static string Field(string key) => Role("textbox", IntakeText.ResourceManager, $"^{key}$");

    private static string Heading(ResourceManager words, string key) => Role("heading", words, $"^{key}$");

    private static string Choices(ResourceManager words, string key) => $"{Role("radiogroup", words, $"^{key}$")} >> role=radio";

    private static string Role(string role, ResourceManager words, string keys) => $"role={role}[name=/{Said(words, keys)}/]";

    // In either language, as a regular expression.
    private static string Said(ResourceManager words, string keys)
    {
        var said = new[] { CultureInfo.InvariantCulture, new CultureInfo("en") }
            .Select(language => words.GetResourceSet(language, createIfNotExists: true, tryParents: false)!)
            .SelectMany(set => set.Cast<DictionaryEntry>())
            .Where(one => Regex.IsMatch((string)one.Key, keys))
            // The parser of selectors would take a quotation mark for the beginning of a text.
            .Select(one => Quote().Replace(Gap().Replace(Special().Replace((string)one.Value!, @"\$0"), ".*"), "."))
            .ToList();
        Assert.NotEmpty(said);
        return string.Join('|', said);
    }

    [GeneratedRegex(@"[.*+?^$()|\[\]\\/]")]
    private static partial Regex Special();

    [GeneratedRegex("['\"`>]")]
    private static partial Regex Quote();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap();
}
