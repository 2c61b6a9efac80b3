using ActivationWizard.App.Controls;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>What is folded away costs a page nothing until somebody opens it.</summary>
public sealed class FoldTests : Screen
{
    [Fact]
    public void Fold_Closed_DrawsNothingOfItUntilItIsOpenedAndKeepsItThen()
    {
        var fold = Show(isOpen: false);
        Assert.Equal("Sla over", fold.Find("details").TextContent.Trim());

        Unfold(fold);
        fold.Find("input").Change("de huur");
        fold.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Equal("de huur", _typed);
        Assert.NotNull(fold.Find("input"));
    }

    [Fact]
    public void Fold_OfWhatWasBegun_IsOpen() => Assert.NotNull(Show(isOpen: true).Find("details[open] input"));

    private string? _typed;

    private IRenderedComponent<Fold> Show(bool isOpen) => Render<Fold>(parameters => parameters
        .Add(one => one.Title, "Sla over")
        .Add(one => one.IsOpen, isOpen)
        .AddChildContent<TextEntry>(entry => entry
            .Add(one => one.Id, "reden").Add(one => one.Label, "Reden")
            .Add(one => one.ValueChanged, typed => _typed = typed)));
}
