package waterwheel;

import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.leases.LeaseManagementConfig;

/** KCL 2: workers take leases from each other. */
final class Tuning {
    private Tuning() {}

    static void apply(LeaseManagementConfig leases, CoordinatorConfig coordinator) {
        leases.maxLeasesToStealAtOneTime(2);
    }
}
