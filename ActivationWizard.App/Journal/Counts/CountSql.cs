namespace ActivationWizard.App.Journal.Counts;

/// <summary>
/// The statements on the tables of counts, the same for both databases; <see cref="CountStatement"/> says what <c>{now}</c> is.
/// </summary>
internal static class CountSql
{
    // One row for each who asks, which the next window takes over.
    public const string Add =
        """
        INSERT INTO "LimitCounts" ("Limit", "Subject", "Window", "Count") VALUES (@limit, @subject, {now} / @length, 1)
        ON CONFLICT ("Limit", "Subject") DO UPDATE SET
            "Count" = CASE WHEN "LimitCounts"."Window" = EXCLUDED."Window" THEN "LimitCounts"."Count" + 1 ELSE 1 END,
            "Window" = EXCLUDED."Window"
        RETURNING "Count", ("Window" + 1) * @length - {now}
        """;

    public const string Publish =
        """
        INSERT INTO "OpenPages" ("Subject", "Instance", "Count", "SeenAt") VALUES (@subject, @instance, @count, {now})
        ON CONFLICT ("Subject", "Instance") DO UPDATE SET "Count" = EXCLUDED."Count", "SeenAt" = EXCLUDED."SeenAt"
        """;

    public const string Withdraw = """DELETE FROM "OpenPages" WHERE "Subject" = @subject AND "Instance" = @instance""";

    public const string WithdrawAll = """DELETE FROM "OpenPages" WHERE "Instance" = @instance""";

    // A clock that was put back leaves moments that are yet to come.
    public const string Elsewhere =
        """
        SELECT CAST(COALESCE(SUM("Count"), 0) AS bigint) FROM "OpenPages" WHERE "Subject" = @subject
            AND "Instance" <> @instance AND "SeenAt" BETWEEN {now} - @life AND {now} + @life
        """;

    public const string Renew = """UPDATE "OpenPages" SET "SeenAt" = {now} WHERE "Instance" = @instance""";

    public const string ForgetPages = """DELETE FROM "OpenPages" WHERE "SeenAt" NOT BETWEEN {now} - @life AND {now} + @life""";

    public const string InstanceLives =
        """
        INSERT INTO "Instances" ("Instance", "SeenAt") VALUES (@instance, {now})
        ON CONFLICT ("Instance") DO UPDATE SET "SeenAt" = EXCLUDED."SeenAt"
        """;

    public const string InstanceEnds = """DELETE FROM "Instances" WHERE "Instance" = @instance""";

    public const string ForgetInstances =
        """DELETE FROM "Instances" WHERE "SeenAt" NOT BETWEEN {now} - @life AND {now} + @life""";

    public const string Instances =
        """SELECT COUNT(*) FROM "Instances" WHERE "SeenAt" BETWEEN {now} - @life AND {now} + @life""";

    public const string ForgetCounts = """DELETE FROM "LimitCounts" WHERE "Window" <> {now} / @length""";
}
