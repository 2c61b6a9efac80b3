namespace ActivationWizard.Tests.Kit.Run;

public sealed class LongestFirstTests
{
    [Fact]
    public void PlaceOf_WhatDrivesABrowserOrKills_IsBeforeTheRules()
    {
        string[] names =
        [
            "Test collection for ActivationWizard.Tests.Domain.DeciderTests (id: 1)",
            "Test collection for ActivationWizard.Tests.Browser.ScenarioTests (id: 2)",
            "Test collection for ActivationWizard.Tests.Faults.KillTests (id: 3)",
        ];

        Assert.Equal([names[2], names[1], names[0]], names.OrderBy(LongestFirst.PlaceOf));
    }

    [Fact]
    public void PlaceOf_TheCollectionOfThisClass_IsTheLast() => Assert.Equal(
        LongestFirst.PlaceOf("Test collection for ActivationWizard.Tests.Domain.DeciderTests (id: 1)"),
        LongestFirst.PlaceOf(TestContext.Current.TestCollection!.TestCollectionDisplayName));
}
