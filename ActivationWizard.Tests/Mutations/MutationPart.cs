namespace ActivationWizard.Tests.Mutations;

/// <summary>What is mutated in one run of the tool, and which tests have to notice.</summary>
/// <param name="Name">What <c>--mutations</c> calls it.</param>
/// <param name="Project">The project whose sources are mutated.</param>
/// <param name="Mutate">Its files, as the tool's patterns.</param>
/// <param name="Namespaces">The tests; those of the nightly level and the lengthy ones are left out.</param>
internal sealed record MutationPart(string Name, string Project, string[] Mutate, string[] Namespaces)
{
    public static IReadOnlyList<MutationPart> All { get; } =
    [
        new("domain", "ActivationWizard.Domain", ["**/Rules/*.cs", "**/Facts/*.cs"],
            ["Domain.Rules", "Domain.Facts", "Domain"]),
        // How Viewpoint is reached is no reading.
        new("viewpoint", "ActivationWizard.Integrations",
            [
                "**/Integrations/Viewpoint/*.cs", "!**/ViewpointOptions.cs", "!**/ViewpointRegistration.cs",
                "!**/ViewpointAuthorization.cs", "!**/ManualViewpoint.cs",
            ],
            ["Integrations.Viewpoint", "Integrations.Variants"]),
        // The document is compared as a whole, and examples are only shown in it.
        new("intake", "ActivationWizard.App",
            ["**/Intake/*.cs", "!**/IntakeDocument.cs", "!**/IntakeSchema.cs", "!**/IntakeExamples.cs", "!**/DemoRequests.cs"],
            ["App.Intake"]),
    ];

    /// <summary>The filters of the tests, as on a command line.</summary>
    public string Filters =>
        $"--filter-namespace {string.Join(' ', Namespaces.Select(one => $"ActivationWizard.Tests.{one}"))} "
        + "--filter-not-trait Level=Nightly Length=Lengthy";
}
