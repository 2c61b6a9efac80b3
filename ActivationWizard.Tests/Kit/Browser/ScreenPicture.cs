using ActivationWizard.App;
using ActivationWizard.App.Absence;
using ActivationWizard.App.AccessLog;
using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Inbox;
using ActivationWizard.App.Messages;
using ActivationWizard.App.Morning;
using ActivationWizard.App.NewRequest;
using ActivationWizard.App.Overview;
using ActivationWizard.App.Replay;
using ActivationWizard.App.Reviews;
using ActivationWizard.App.Rules;
using ActivationWizard.App.Search;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.App.SystemPages;
using ActivationWizard.App.Templates;
using ActivationWizard.App.Trial;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>One picture that a reader of the repository sees.</summary>
/// <param name="Name">Of its files, before <c>-light.png</c> and <c>-dark.png</c>.</param>
/// <param name="Line">What there is to see.</param>
/// <param name="Page">The page that it is of.</param>
/// <param name="Person">Who looks; null for somebody who is not signed in.</param>
/// <param name="Path">Where it is, or the name of the exhibit in <see cref="CaseGallery"/> that it is of.</param>
/// <param name="Sign">What is on the screen then.</param>
/// <param name="Act">What is done there first.</param>
/// <param name="Step">The step of a case that it shows.</param>
internal sealed record ScreenPicture(
    string Name, string Line, Type Page, Actor? Person, string Path, string Sign, Func<Desktop, Task>? Act = null,
    WizardStep? Step = null)
{
    /// <summary>Stands for the number of a case that has ended by letter.</summary>
    public const string Ended = "{ended}";

    /// <summary>Stands for a message that waits for somebody.</summary>
    public const string Message = "{message}";

    /// <summary>True for one of a production installation, before anybody has a role.</summary>
    public bool IsAtTheDoor { get; init; }

    private static readonly Actor Sanne = DemoPeople.Sanne;
    private static readonly Actor Els = DemoPeople.Els;

    /// <summary>Every picture, in the order of the work.</summary>
    public static readonly ScreenPicture[] All =
    [
        new("sign-in", "Signing in to a demonstration: one click, no password.", typeof(SignInPage), null,
            Urls.SignIn, "main >> role=list"),
        new("choosing-role", "Somebody with two jobs chooses the one to sign in for.", typeof(RolePage), null, "", "")
        {
            IsAtTheDoor = true,
        },
        new("work", "The work list: what is new, what is whose, and what each request asks.", typeof(WorkPage), Sanne,
            Urls.Work, Seen.Table),
        new("work-empty", "A filter of the work list that finds nothing.", typeof(WorkPage), DemoPeople.Tom,
            "/werk?toon=mijn", Seen.NoRequests),
        new("search", "A case found by the beginning of a name.", typeof(SearchPage), Sanne, Urls.Search, Seen.Table,
            desk => desk.TypeAsync(Seen.Search, "van")),
        new("new-request", "A request that came by telephone, with what is still wrong.", typeof(NewRequestPage), Sanne,
            Urls.NewRequest, Seen.ErrorLines,
            desk => desk.ClickAsync("main button[type=submit]")),
        new("inbox", "What is for one person: what colleagues ask, and what became of the own cases.", typeof(InboxPage), Sanne,
            Urls.Inbox, Seen.Title),
        new("messages", "The messages: free mail, and mail that a person has to look at.", typeof(MessagesPage), Sanne,
            Urls.Messages, Seen.Table),
        new("message", "A message beside the request that was read in it.", typeof(MessageReadPage), Sanne,
            $"{Urls.Messages}/{Message}", Seen.Mail),
        Of("choosing-tenant", "Step 1: two people fit the request, and none is chosen beforehand.", WizardStep.Search),
        Of("looking-on", "A case that nobody has yet, looked at before it is taken.", WizardStep.Search),
        Of("proposal-email", "Step 2: three sources side by side, the proposal, and why.", WizardStep.Check),
        Of("proposal-letter-long-address", "Step 2: another address than the one in Viewpoint, so a letter.", WizardStep.Check),
        Of("refusal", "Step 2: no code; the reply is seen before it goes.", WizardStep.Check),
        Of("administrator-proof", "Step 2: how was checked that this is the court administrator?", WizardStep.Check),
        Of("new-code-error", "Step 2: an account is not deleted without its tick.", WizardStep.Check),
        Of("fact-by-hand", "Step 2: a source does not answer; the employee looks it up.", WizardStep.Check),
        Of("busy", "Step 3: one line per effect, live.", WizardStep.Execute),
        Of("not-done", "Step 3: a system says no for now; what happens next, and when.", WizardStep.Execute),
        Of("by-hand", "Step 3: a step done by hand, by the instruction's own path.", WizardStep.Execute),
        Of("attention", "Step 3: an outcome that nobody knows; the evidence, and a person's judgement.", WizardStep.Execute),
        Of("done-letter", "Step 4: what was sent, and what happens now.", WizardStep.Done),
        Of("done-refused", "Step 4: a refusal that was mailed.", WizardStep.Done),
        new("reason", "A case that is somebody else's, or no case at all: why first.", typeof(CasePage), Sanne,
            "/zaken/2026-99999", Seen.AccessReasons),
        new("keys", "Help and keys: the table by which the keys work.", typeof(WorkPage), Sanne, Urls.Work, Seen.KeySheet,
            desk => desk.KeyAsync("?")),
        new("commands", "Ctrl+K: every button and link of the page by name.", typeof(WorkPage), Sanne, Urls.Work, Seen.Commands,
            desk => desk.KeyAsync("Control+k")),
        new("connection", "The connection is gone; the work is not.", typeof(WorkPage), Sanne, Urls.Work,
            "role=dialog",
            desk => desk.Page.EvaluateAsync("""
                () => {
                    const dialog = document.getElementById("components-reconnect-modal");
                    dialog.classList.add("components-reconnect-show");
                    dialog.showModal();
                }
                """)),
        new("morning", "A team lead's first page: what is late, stuck, on hold, skipped, reported or missing.",
            typeof(MorningPage), Els, Urls.Morning, "main >> role=region >> nth=0"),
        new("absence", "All open cases of a colleague who is away, handed over at once.", typeof(AbsencePage), Els,
            Urls.Absence, Seen.Title),
        new("reviews", "Finished cases that a team lead reviews: some of each week, and every deviation.",
            typeof(ReviewsPage), Els, Urls.Reviews, Seen.Title),
        new("cases", "A team lead's list of finished cases.", typeof(CasesPage), Els, "/zaken?weergave=alles", Seen.Table),
        new("replay", "A finished case replayed: what happened, the screen of that moment, where the machine was.",
            typeof(ReplayPage), Els,
            $"/zaken/{Ended}/naspelen?stap=4", Seen.Scrubber),
        new("case-rules", "What today's rules would decide.", typeof(CaseRulesPage), Els, $"/zaken/{Ended}/regels", Seen.Title),
        new("rules", "Today's rules over a whole period.", typeof(RulesPage), Els, Urls.Rules, "main >> role=button"),
        new("overview", "Figures of a period; none about a person.", typeof(OverviewPage), Els, Urls.Overview, "role=term"),
        new("trial", "Where what the wizard proposed and what was done differ, in a trial.", typeof(TrialPage), Els, Urls.Trial,
            Seen.Title),
        new("access-log", "Who saw what, for who keeps watch over it.", typeof(AccessLogPage), Els, Urls.AccessLog, Seen.Table),
        new("access-request", "Everything known about one tenant, for a tenant who asks.", typeof(AccessRequestPage), Els,
            Urls.AccessRequest, Seen.Title),
        new("status", "How the installation runs, what each system is used for, what recovery rests on.", typeof(StatusPage),
            DemoPeople.Bram, Urls.Status,
            Seen.Table),
        new("templates", "The standard replies as a tenant sees them, and which message serves which.", typeof(TemplatesPage),
            DemoPeople.Bram, Urls.Templates, "main >> role=article >> nth=0"),
        new("form-sample", "What is recognised in a mail of the website's form.", typeof(FormSamplePage), DemoPeople.Bram,
            Urls.FormSample, Seen.Table, async desk =>
            {
                await desk.Page.GetByRole(AriaRole.Textbox).FillAsync(
                    "Soort aanvraag: eerste code\nIk ben: huurder\nNaam: A. Jansen\nPostcode: 561\nHuisnummer: 12\nKleur: blauw");
                await desk.ClickAsync("main button[type=submit]");
            }),
        new("system-checks", "Every setting tried against the real system, and what differs.", typeof(SystemChecksPage),
            DemoPeople.Bram, Urls.SystemChecks, Seen.Table,
            desk => desk.ClickAsync("main section:nth-of-type(4) button")),
        new("system", "One system: how it does, what was wrong with it, how it is recovered, its settings.", typeof(SystemPage),
            DemoPeople.Bram, Urls.ForSystem("Umbrella"), Seen.Table),
        new("settings", "Every setting in force, and where it comes from.", typeof(SettingsPage), DemoPeople.Bram,
            $"{Urls.Settings}?sectie=Installation", Seen.Table),
        new("not-found", "An address that does not exist.", typeof(NotFoundPage), Sanne, "/bestaat-niet", Seen.Title),
        new("no-access", "A page that is somebody else's.", typeof(NoAccessPage), Sanne, Urls.NoAccess, Seen.Title),
        new("too-many-tabs", "One more page than a person may have open, and what to do.", typeof(TooManyTabsPage), Sanne,
            Urls.TooManyTabs, Seen.Title),
        new("failure", "Something went wrong, with the number under which the log tells it.", typeof(FailurePage), Sanne,
            Urls.Failure, Seen.Title),
    ];

    private static ScreenPicture Of(string exhibit, string line, WizardStep step) =>
        new(exhibit, line, typeof(CasePage), Sanne, exhibit, Seen.Title, Step: step);
}
