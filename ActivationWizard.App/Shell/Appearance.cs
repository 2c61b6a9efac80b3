using MudBlazor;

namespace ActivationWizard.App.Shell;

/// <summary>
/// The colours and letters of the house. Text on any of its colours reads well, light and dark. The style sheet
/// <c>palette.css</c> is written from them, since MudBlazor would write them into every page.
/// </summary>
public static class Appearance
{
    private static readonly string[] Letters =
        ["Source Sans 3", "Segoe UI", "system-ui", "-apple-system", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    /// <summary>How the page looks until its <c>data-theme</c> says otherwise.</summary>
    public static MudTheme Light { get; } = For(":root");

    /// <summary>Lies over <see cref="Light"/> while the page's <c>data-theme</c> is dark.</summary>
    public static MudTheme Dark { get; } = For($":root[data-theme='{Preferences.Dark}']");

    private static MudTheme For(string pages) => new()
    {
        PseudoCss = new PseudoCss { Scope = pages },
        PaletteLight = new PaletteLight
        {
            Primary = "#1F4E8C",
            Secondary = "#7A1F5C",
            Tertiary = "#0B6B5B",
            Success = "#1B6E2F",
            Warning = "#8A4B00",
            Error = "#B3261E",
            Info = "#0B5CAD",
            TextPrimary = "#1C1C1C",
            TextSecondary = "#4A4A4A",
            ActionDefault = "#4A4A4A",
            Background = "#F5F6F8",
            Surface = "#FFFFFF",
            AppbarBackground = "#1F4E8C",
            AppbarText = "#FFFFFF",
            LinesInputs = "#6B6F76",
        },
        PaletteDark = new PaletteDark
        {
            Background = "#15181D",
            Surface = "#1E2228",
            AppbarBackground = "#1E2228",
            AppbarText = "#F2F2F2",
            Primary = "#9CC2FF",
            PrimaryContrastText = "#0A1B33",
            Secondary = "#F2A7D3",
            SecondaryContrastText = "#33071F",
            Tertiary = "#7FE0CB",
            TertiaryContrastText = "#04261F",
            Success = "#8FDB9F",
            SuccessContrastText = "#06250D",
            Warning = "#FFC57A",
            WarningContrastText = "#2E1A00",
            Error = "#FFB0A8",
            ErrorContrastText = "#3A0500",
            Info = "#9FD0FF",
            InfoContrastText = "#04203B",
            TextPrimary = "#F2F2F2",
            TextSecondary = "#C9CCD1",
            ActionDefault = "#C9CCD1",
            LinesInputs = "#9A9FA8",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Letters,
                FontSize = "1rem",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
            Button = new ButtonTypography
            {
                FontSize = "1rem",
                FontWeight = "600",
                LetterSpacing = "normal",
                TextTransform = "none",
            },
            Body1 = new Body1Typography { LineHeight = "1.6", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
