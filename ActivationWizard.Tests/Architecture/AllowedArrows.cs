namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// Which folder may know which of its siblings, by the namespace they stand in. A folder that is not named knows none. A new
/// arrow is a decision: write it here, and why in the commit.
/// </summary>
internal static class AllowedArrows
{
    public static readonly Dictionary<string, Dictionary<string, string[]>> Below = new(StringComparer.Ordinal)
    {
        ["ActivationWizard.Domain"] = new(StringComparer.Ordinal)
        {
            ["Answers"] = ["Cases", "Codes", "Effects", "Events", "Facts", "Ports", "Rules", "Values"],
            ["Cases"] = ["Effects", "Events", "Facts", "Ports", "Rules", "Values"],
            ["Codes"] = ["Cases", "Effects", "Events", "Facts", "Ports", "Rules", "Values"],
            ["Effects"] = ["Events", "Facts", "Ports", "Rules", "Values"],
            ["Events"] = ["Values"],
            ["Execution"] = ["Answers", "Cases", "Codes", "Effects", "Events", "Facts", "Ports", "Rules", "Values"],
            ["Facts"] = ["Ports", "Values"],
            ["Inbox"] = ["Cases", "Effects", "Events", "Facts", "Rules", "Values"],
            ["Ports"] = ["Values"],
            ["Reviews"] = ["Answers", "Cases", "Values"],
            ["Rules"] = ["Facts", "Ports", "Values"],
        },
        ["ActivationWizard.Integrations"] = new(StringComparer.Ordinal)
        {
            ["Contracts"] = ["Http"],
            ["Http"] = ["Settings"],
            ["Mailbox"] = ["Contracts", "Http", "Settings"],
            ["Postex"] = ["Contracts", "Http", "Settings"],
            ["Umbrella"] = ["Contracts", "Http", "Settings"],
            ["Viewpoint"] = ["Contracts", "Http", "Settings"],
        },
        ["ActivationWizard.Integrations.Mailbox"] = new(StringComparer.Ordinal)
        {
            ["Graph"] = ["Store"],
            ["Incoming"] = ["Store"],
            ["StandardReplies"] = ["Store"],
        },
        ["ActivationWizard.Integrations.Sandbox"] = new(StringComparer.Ordinal)
        {
            ["Control"] = ["Faults", "Seeds", "Umbrella", "World"],
            ["Mailbox"] = ["World"],
            ["Postex"] = ["Faults", "World"],
            ["Seeds"] = ["Umbrella", "World"],
            ["Umbrella"] = ["Faults", "World"],
            ["Viewpoint"] = ["World"],
        },
        ["ActivationWizard.App"] = new(StringComparer.Ordinal)
        {
            ["Absence"] = ["Cases", "Controls", "Journal", "SignIn", "Words"],
            ["AccessLog"] = ["Controls", "Finished", "Journal", "SearchWords", "Security", "SignIn", "Words"],
            ["AccessRequest"] =
                ["Cases", "Controls", "Journal", "Messages", "Replay", "Reviews", "Security", "SignIn", "Words"],
            ["Background"] = ["Journal", "Security", "Telemetry"],
            ["Cases"] =
            [
                "Background", "Controls", "Hosting", "Intake", "Journal", "Keyboard", "MailIntake", "Security", "SignIn",
                "Telemetry", "Words",
            ],
            ["Controls"] = ["Keyboard", "Words"],
            ["Finished"] = ["Controls", "Journal", "SearchWords", "Security", "SignIn", "Words"],
            ["Hosting"] = ["Security", "Words"],
            ["Inbox"] = ["Background", "Cases", "Controls", "Journal", "SignIn", "Words", "WorkList"],
            ["Intake"] = ["Background", "Hosting", "Security", "Words"],
            ["Journal"] = ["Hosting", "Security"],
            ["MailIntake"] = ["Background", "Intake", "Journal", "Telemetry"],
            ["Messages"] =
            [
                "Background", "Cases", "Controls", "Intake", "Journal", "Keyboard", "MailIntake", "NewRequest", "SignIn", "Words",
                "WorkList",
            ],
            ["Morning"] = ["Background", "Controls", "Journal", "Replay", "SignIn", "Words", "WorkList"],
            ["NewRequest"] =
                ["Cases", "Controls", "Intake", "Keyboard", "Search", "SearchWords", "Security", "SignIn", "Words"],
            ["Overview"] = ["Controls", "Finished", "Journal", "Replay", "Reviews", "SignIn", "Words"],
            ["Replay"] =
            [
                "Background", "Cases", "Controls", "Finished", "Journal", "Keyboard", "Reviews", "SignIn", "Words",
            ],
            ["Reviews"] = ["Controls", "Journal", "SignIn", "Words"],
            ["Rules"] = ["Controls", "Journal", "SignIn", "Words"],
            ["Search"] =
                ["Background", "Controls", "Intake", "Journal", "SearchWords", "Security", "SignIn", "Words", "WorkList"],
            ["SearchWords"] = ["SignIn"],
            ["Shell"] =
            [
                "Background", "Controls", "Inbox", "Journal", "Keyboard", "Overview", "SignIn", "Words", "WorkList",
            ],
            ["SignIn"] = ["Background", "Controls", "Hosting", "Journal", "Security", "Words"],
            ["Status"] = ["Background", "Controls", "Hosting", "Journal", "SignIn", "Watch", "Words"],
            ["SystemChecks"] = ["Controls", "Hosting", "Journal", "Security", "SignIn", "Words"],
            ["SystemPages"] =
                ["Background", "Controls", "Hosting", "Journal", "SignIn", "Status", "SystemChecks", "Watch", "Words"],
            ["Templates"] = ["Background", "Controls", "Intake", "Journal", "Keyboard", "Security", "SignIn", "Words"],
            ["Trial"] = ["Controls", "Finished", "Journal", "SignIn", "Words"],
            ["Watch"] = ["Background", "Controls", "Hosting", "Journal", "Words"],
            ["WorkList"] = ["Background", "Cases", "Controls", "Journal", "Keyboard", "SignIn", "Words"],
        },
        ["ActivationWizard.App.Cases"] = new(StringComparer.Ordinal)
        {
            ["ByHand"] = ["Parts"],
            ["Check"] = ["Parts"],
            ["Done"] = ["Parts"],
            ["Execute"] = ["ByHand", "Parts"],
            ["Search"] = ["Parts"],
        },
        ["ActivationWizard.App.Journal"] = new(StringComparer.Ordinal)
        {
            ["AccessLog"] = ["Encryption", "Events", "Integrity", "Storage"],
            ["Commands"] = ["Encryption", "Epochs", "Events", "Incoming", "Integrity", "Notes", "Storage", "Transfer"],
            ["Counts"] = ["Encryption", "Storage"],
            ["Epochs"] = ["Events", "Integrity", "Storage"],
            ["Events"] = ["Encryption", "Integrity", "Storage"],
            ["Incoming"] = ["Encryption", "Leases", "Storage"],
            ["Integrity"] = ["Encryption", "Storage"],
            ["Leases"] = ["Encryption", "Storage"],
            ["Notes"] = ["AccessLog", "Encryption", "Events", "Integrity", "Storage"],
            ["Queries"] = ["AccessLog", "Events", "Integrity", "Leases", "Storage"],
            ["Retention"] = ["Commands", "Incoming", "Integrity", "Storage"],
            ["Sessions"] = ["Storage"],
            ["Storage"] = ["Encryption"],
            ["Transfer"] = ["AccessLog", "Encryption", "Events", "Incoming", "Integrity", "Notes", "Queries", "Storage"],
        },
        ["ActivationWizard.Tests"] = new(StringComparer.Ordinal)
        {
            ["App"] = ["Kit"],
            ["Architecture"] = ["Kit"],
            ["Benchmarks"] = ["Architecture", "Browser", "Domain", "Faults", "Integrations", "Kit"],
            ["Browser"] = ["Kit"],
            ["Components"] = ["App", "Domain", "Kit"],
            ["Domain"] = ["Kit"],
            ["Faults"] = ["Kit"],
            ["Integrations"] = ["Kit"],
            ["Journal"] = ["Kit"],
            ["Mutations"] = ["Kit"],
        },
        ["ActivationWizard.Tests.Benchmarks"] = new(StringComparer.Ordinal)
        {
            ["Load"] = ["Circuits"],
        },
        ["ActivationWizard.Tests.Faults"] = new(StringComparer.Ordinal)
        {
            ["Cells"] = ["Host", "Run"],
            ["Run"] = ["Host"],
        },
        ["ActivationWizard.Tests.Kit"] = new(StringComparer.Ordinal)
        {
            ["App"] = ["Basics", "Journal", "Postgres"],
            ["Browser"] = ["App", "Basics", "Journal", "Run", "Tools"],
            ["Components"] = ["Basics", "Browser", "Journal", "Postgres", "Systems"],
            ["Journal"] = ["Basics", "Postgres"],
            ["Mailbox"] = ["Basics", "Tools"],
            ["Messages"] = ["Basics", "Systems"],
            ["Postgres"] = ["Basics", "Run", "Tools"],
            ["Provider"] = ["App", "Basics", "Tools"],
            ["Proxy"] = ["App", "Basics", "Mailbox", "Tools"],
            ["Systems"] = ["Basics"],
            ["Vera"] = ["Basics"],
        },
    };
}
