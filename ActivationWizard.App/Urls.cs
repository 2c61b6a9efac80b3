using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App;

/// <summary>Every address of the app: the routes that pages declare, and the links built from them.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Work = "/werk";
    public const string Morning = "/vandaag";
    public const string Absence = "/overdragen";
    public const string Reviews = "/beoordelen";
    public const string Search = "/zoek";
    public const string SearchForm = "/zoek/woorden";
    public const string NewRequest = "/zoek/nieuw";
    public const string Intake = "/api/v1/aanvragen";
    public const string IntakeDocument = "/api/v1/openapi.json";
    public const string Messages = "/berichten";
    public const string Message = "/berichten/{Id}";
    public const string Inbox = "/voor-mij";
    public const string Cases = "/zaken";
    public const string CasesForm = "/zaken/woorden";
    public const string CasesCsv = "/zaken/lijst.csv";
    public const string CasesXes = "/zaken/gebeurtenissen.xes";
    public const string CaseJson = "/zaken/{number}/zaak.json";
    public const string CasePage = "/zaken/{number}/zaak.html";
    public const string CaseXes = "/zaken/{number}/gebeurtenissen.xes";
    public const string Draft = "/zaken/{number}/concept";
    public const string CaseRules = "/zaken/{Number}/regels";
    public const string Rules = "/regels";
    public const string Overview = "/overzicht";
    public const string Trial = "/proefdraaien";
    public const string TrialCsv = "/proefdraaien/lijst.csv";
    public const string AccessLog = "/inzage";
    public const string AccessLogForm = "/inzage/woorden";
    public const string AccessLogCsv = "/inzage/lijst.csv";
    public const string AccessRequest = "/inzageverzoek";
    public const string AccessRequestJson = "/inzageverzoek/gegevens.json";
    public const string AccessRequestWhole = "/inzageverzoek/alles";
    public const string Case = "/zaken/{Number}";
    public const string CaseStep = "/zaken/{Number}/{Step}";
    public const string Replay = "/zaken/{Number}/naspelen";
    public const string SignIn = "/aanmelden";
    public const string DemoSignIn = "/aanmelden/demo";
    public const string OpenIdSignIn = "/aanmelden/openid";
    public const string OpenIdCallback = "/aanmelden/openid/terug";
    public const string ChooseRole = "/rol";
    public const string RoleChoice = "/rol/kies";
    public const string SignOut = "/afmelden";
    public const string OpenIdSignOut = "/afmelden/openid";
    public const string BackChannelLogout = "/afmelden/openid/achtergrond";
    public const string OpenIdSignedOut = "/afmelden/openid/terug";
    public const string Session = "/sessie";
    public const string Theme = "/voorkeuren/thema";
    public const string Language = "/voorkeuren/taal";
    public const string Status = "/status";
    public const string Templates = "/mailsjablonen";
    public const string SystemChecks = "/koppelingen";
    public const string OneSystem = "/koppelingen/{Name}";
    public const string Settings = "/instellingen";
    public const string FormSample = "/formuliermail";
    public const string Health = "/gezondheid";
    public const string Alive = "/gezondheid/levend";
    public const string Ready = "/gezondheid/klaar";
    public const string Failure = "/fout";
    public const string NotFound = "/niet-gevonden";
    public const string NoAccess = "/geen-toegang";
    public const string TooManyTabs = "/te-veel-tabbladen";

    /// <summary>The path under which Blazor's hub listens.</summary>
    public const string Hub = "/_blazor";

    /// <summary>The sign-in page's query value after signing out.</summary>
    public const string SignedOutQuery = "afgemeld";

    /// <summary>The sign-in page's query value after the identity provider said no.</summary>
    public const string SignInFailedQuery = "mislukt";

    /// <summary>The no-access page's query value that says why somebody was not let in.</summary>
    public const string FaultQuery = "reden";

    /// <summary>The query value that says where to go on after signing in or changing a preference.</summary>
    public const string ReturnUrlQuery = "returnUrl";

    /// <summary>The steps of a case as they stand in its address.</summary>
    public static class Steps
    {
        public const string Search = "zoeken";
        public const string Check = "controleren";
        public const string CarryOut = "uitvoeren";
        public const string Done = "klaar";
    }

    /// <summary>The step that a part of an address names; null for anything else.</summary>
    public static WizardStep? StepOf(string? segment) => segment switch
    {
        Steps.Search => WizardStep.Search,
        Steps.Check => WizardStep.Check,
        Steps.CarryOut => WizardStep.Execute,
        Steps.Done => WizardStep.Done,
        _ => null,
    };

    /// <summary>One step of one case.</summary>
    public static string ForStep(CaseNumber number, WizardStep step) => ForStep(number.ToString(), step switch
    {
        WizardStep.Search => Steps.Search,
        WizardStep.Check => Steps.Check,
        WizardStep.Execute => Steps.CarryOut,
        _ => Steps.Done,
    });

    /// <summary>Where somebody with this role begins.</summary>
    public static string ForRole(Role role) => role switch
    {
        Role.TeamLead => Morning,
        Role.SystemManager => Status,
        _ => Work,
    };

    /// <summary>One step of one case.</summary>
    public static string ForStep(string number, string step) =>
        $"{Cases}/{Uri.EscapeDataString(number)}/{Uri.EscapeDataString(step)}";

    /// <summary>The replay of a case, at an event when one is given.</summary>
    public static string ForReplay(string number, int? sequence = null)
    {
        var path = ForStep(number, "naspelen");
        return sequence is { } at ? $"{path}?stap={at}" : path;
    }

    /// <summary>One message of the mailbox.</summary>
    public static string ForMessage(Guid id) => $"{Messages}/{id}";

    /// <summary>The page of one system, by the name of what is tried.</summary>
    public static string ForSystem(string name) => $"{SystemChecks}/{Uri.EscapeDataString(name)}";

    /// <summary>A case, at the step where it is.</summary>
    public static string ForCase(CaseNumber number) => $"{Cases}/{number}";

    /// <summary>Where what is filled in for a case is kept.</summary>
    public static string ForDraft(CaseNumber number) => ForStep(number.ToString(), "concept");

    /// <summary>A case beside the rules of today.</summary>
    public static string ForRules(CaseNumber number) => ForStep(number.ToString(), "regels");

    /// <summary>A case as a file that can be taken in elsewhere.</summary>
    public static string ForCaseJson(CaseNumber number) => ForStep(number.ToString(), "zaak.json");

    /// <summary>A case as one page to take along, for an auditor.</summary>
    public static string ForCasePage(CaseNumber number) => ForStep(number.ToString(), "zaak.html");

    /// <summary>A case's events as a file for process mining.</summary>
    public static string ForCaseXes(CaseNumber number) => ForStep(number.ToString(), "gebeurtenissen.xes");

    /// <summary>The page for somebody whom the identity provider knows and who is not let in.</summary>
    public static string ForNoAccess(IdentityFault fault) => QueryHelpers.AddQueryString(NoAccess, FaultQuery, fault.ToString());

    /// <summary>The sign-in page, coming back to <paramref name="returnUrl"/>.</summary>
    public static string ForSignIn(string? returnUrl = null) => WithReturn(SignIn, returnUrl);

    /// <summary>Adds where to go on afterwards, when that is an address of this app.</summary>
    public static string WithReturn(string path, string? returnUrl) =>
        ReturnUrl.Safe(returnUrl) is { } local and not Home ? QueryHelpers.AddQueryString(path, ReturnUrlQuery, local) : path;
}
