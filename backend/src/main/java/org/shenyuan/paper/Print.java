package org.shenyuan.paper;

import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelSheet;

/** Labels that can be printed as they are. */
public record Print(LabelSheet sheet, Job job) {
}
